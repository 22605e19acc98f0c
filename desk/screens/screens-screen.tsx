import { Alert, App, Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import type { Output } from '../../core/contract'
import type { DeskHolder } from '../../core/contract/desk'
import type { HomeContent } from '../../core/contract/home'
import { isSilent } from '../../core/domain/check-in/pairing'
import { intervalsOn } from '../../core/domain/office/opening'
import { trustLine } from '../../core/domain/office/trust-line'
import { readTypedCode } from '../../core/domain/staff/typed-code'
import { parseInstant, shanghaiDay } from '../../core/kernel/shanghai-time'
import { dayHours } from '../../src/text/office/opening'
import { screenName, WALL_SCREENS } from '../../src/text/staff/wall-screens'
import { dateText } from '../../src/text/time'
import { call, newRequestId } from '../api/client'
import { clock } from '../api/clock'
import { useLoaded } from '../api/use-loaded'
import { CodePicture } from '../shared/code-picture'
import { PrintedApart, type Print } from '../shared/printed-apart'
import { Field, FormSection } from '../shared/record-form'
import { Table } from '../shared/table'
import { failureText } from '../text/failures'
import { POSTER, SCREENS } from '../text/screens'
import { whenText } from '../text/when'

type ScreenRow = Output<'screen.all'>['screens'][number]

/** 大屏和海报: which screens are there, which went silent and what to do, pairing, and a sheet for the door instead. */
export function ScreensScreen({ holder }: { readonly holder: DeskHolder }) {
  const [loaded, again] = useLoaded('screen.all', {})
  const [home] = useLoaded('home.show', {})
  const everywhere = holder.posts.some(({ offices }) => offices.length === 0)
  const own = new Set(holder.posts.flatMap(({ offices }) => offices.map(({ id }) => id)))
  const offices = holder.offices
    .filter(({ id }) => everywhere || own.has(id))
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <PrintedApart>
      {(print) => (
        <>
          <div className="room__head">
            <h1>{SCREENS.title}</h1>
            <Button onClick={() => void again()}>{SCREENS.again}</Button>
          </div>
          <section className="sheet">
            <p className="soft">{SCREENS.how}</p>
            {loaded.kind === 'failed' ? <Alert type="error" title={loaded.sentence} /> : null}
            {loaded.kind === 'ready' ? <List screens={loaded.value.screens} onChanged={again} /> : null}
          </section>
          <PairForm offices={offices} onPaired={again} />
          {home.kind === 'ready' && !('public' in home.value) ? (
            <PosterForm offices={offices} home={home.value} print={print} />
          ) : null}
        </>
      )}
    </PrintedApart>
  )
}

interface ListProps {
  readonly screens: readonly ScreenRow[]
  readonly onChanged: () => Promise<void>
}

const isAway = ({ seenAt }: ScreenRow): boolean =>
  isSilent(seenAt === null ? null : parseInstant(seenAt), clock.now())

function List({ screens, onChanged }: ListProps) {
  const { message, modal } = App.useApp()
  const revoke = async ({ officeId, screenId }: ScreenRow) => {
    const sure = await modal.confirm({
      title: SCREENS.sure,
      content: SCREENS.sureBody,
      okText: SCREENS.acts,
      okButtonProps: { danger: true },
      cancelText: SCREENS.keep,
    })
    if (!sure) return
    const reply = await call('screen.revoke', { officeId, screenId, requestId: newRequestId() })
    if (reply.ok) void message.success(SCREENS.revoked)
    else void message.error(failureText(reply))
    await onChanged()
  }
  return (
    <>
      <Table<ScreenRow>
        rowKey="screenId"
        size="small"
        pagination={false}
        dataSource={[...screens]}
        locale={{ emptyText: SCREENS.none }}
        columns={[
          { title: SCREENS.office, render: (_, { office }) => office },
          { title: SCREENS.screen, render: (_, row) => screenName(row) },
          { title: SCREENS.state, render: (_, row) => <State row={row} /> },
          { title: SCREENS.pairedAt, render: (_, { pairedAt }) => whenText(pairedAt) },
          {
            title: SCREENS.acts,
            render: (_, row) => (
              <Button
                size="small"
                aria-label={`${SCREENS.acts}：${row.office} ${screenName(row)}`}
                onClick={() => void revoke(row)}
              >
                {SCREENS.acts}
              </Button>
            ),
          },
        ]}
      />
      {screens.some(isAway) ? <WhatToDo /> : null}
    </>
  )
}

function State({ row }: { readonly row: ScreenRow }) {
  if (!isAway(row)) return <span className="state state--good">{SCREENS.online}</span>
  return (
    <>
      <span className="state state--bad">{SCREENS.silent}</span>{' '}
      <span className="soft">
        {row.seenAt === null ? WALL_SCREENS.neverSeen : SCREENS.lastSeen(whenText(row.seenAt))}
      </span>
    </>
  )
}

/** Drawn with a few lines each: a plug, waves, a page that is loaded again. */
const PICTURES = [
  'M22 6v12M42 6v12M14 18h36v10a18 18 0 0 1-36 0zM32 46v12',
  'M8 26a34 34 0 0 1 48 0M16 35a23 23 0 0 1 32 0M24 44a12 12 0 0 1 16 0M32 53v1',
  'M10 10h44v44H10zM10 22h44M42 38a10 10 0 1 1-4-8M38 24v7h-7',
]

const WhatToDo = () => (
  <section className="screens__help" aria-labelledby="screens-help">
    <h2 id="screens-help">{SCREENS.toDo}</h2>
    <ol>
      {SCREENS.steps.map(([what, how], step) => (
        <li key={what}>
          <svg viewBox="0 0 64 64" aria-hidden="true">
            <path d={PICTURES[step] ?? ''} fill="none" stroke="currentColor" strokeWidth="4" />
          </svg>
          <strong>{what}</strong>
          <span>{how}</span>
        </li>
      ))}
    </ol>
  </section>
)

interface OfficesProps {
  readonly offices: readonly { readonly value: string; readonly label: string }[]
}

function PairForm({ offices, onPaired }: OfficesProps & { readonly onPaired: () => Promise<void> }) {
  const { message } = App.useApp()
  const only = offices.length === 1 ? (offices[0]?.value ?? null) : null
  const [officeId, setOffice] = useState<string | null>(only)
  const [typed, setTyped] = useState('')
  const [faults, setFaults] = useState<{ office?: string; code?: string }>({})
  const [failure, setFailure] = useState<string | null>(null)
  const request = useRef<{ readonly text: string; readonly id: string } | null>(null)
  const pair = async () => {
    const code = readTypedCode(typed)
    setFaults({
      ...(officeId === null ? { office: SCREENS.officeMissing } : {}),
      ...(code === null ? { code: SCREENS.codeWrong } : {}),
    })
    if (officeId === null || code === null) return
    const input = { officeId, pairingId: code.letters, digits: code.digits }
    const text = JSON.stringify(input)
    // The same once more after a lost answer is the same pairing.
    if (request.current?.text !== text) request.current = { text, id: newRequestId() }
    const reply = await call('screen.pair', { ...input, requestId: request.current.id })
    setFailure(reply.ok ? null : failureText(reply))
    if (!reply.ok) return
    setTyped('')
    void message.success(SCREENS.paired)
    await onPaired()
  }
  return (
    <FormSection title={SCREENS.pair}>
      <p className="soft">
        {SCREENS.pairHow} {SCREENS.address(window.location.origin)}
      </p>
      {failure === null ? null : <Alert className="form-note" type="error" title={failure} role="alert" />}
      <Field label={SCREENS.pairOffice} error={faults.office ?? null}>
        {({ id, status }) => (
          <Select
            id={id}
            status={status}
            style={{ width: 280 }}
            showSearch={{ optionFilterProp: 'label' }}
            value={officeId}
            options={[...offices]}
            onChange={setOffice}
          />
        )}
      </Field>
      <Field label={SCREENS.code} error={faults.code ?? null}>
        {(control) => (
          <span className="field__row">
            <Input
              {...control}
              style={{ width: 180 }}
              placeholder={SCREENS.codeHint}
              maxLength={12}
              autoComplete="off"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onPressEnter={() => void pair()}
            />
            <Button onClick={() => void pair()}>{SCREENS.doPair}</Button>
          </span>
        )}
      </Field>
    </FormSection>
  )
}

interface PosterFormProps extends OfficesProps {
  readonly home: HomeContent
  readonly print: Print
}

function PosterForm({ offices, home, print }: PosterFormProps) {
  const { message } = App.useApp()
  const [officeId, setOffice] = useState<string | null>(
    offices.length === 1 ? (offices[0]?.value ?? null) : null,
  )
  const make = async () => {
    if (officeId === null) return void message.error(SCREENS.officeMissing)
    const reply = await call('poster.forOffice', { officeId, requestId: newRequestId() })
    if (!reply.ok) return void message.error(failureText(reply))
    print(<DoorPoster officeId={officeId} poster={reply.value} home={home} />)
  }
  return (
    <FormSection title={SCREENS.poster}>
      <p className="soft">{SCREENS.posterHow}</p>
      <Field label={SCREENS.office}>
        {({ id }) => (
          <span className="field__row">
            <Select
              id={id}
              style={{ width: 280 }}
              showSearch={{ optionFilterProp: 'label' }}
              value={officeId}
              options={[...offices]}
              onChange={setOffice}
            />
            <Button onClick={() => void make()}>{SCREENS.print}</Button>
          </span>
        )}
      </Field>
    </FormSection>
  )
}

interface DoorPosterProps {
  readonly officeId: string
  readonly poster: Output<'poster.forOffice'>
  readonly home: HomeContent
}

/** A4, black on white: whose door, the code, today's hours, and whom to ask without a phone. */
function DoorPoster({ officeId, poster, home: { directory, subdistrict } }: DoorPosterProps) {
  const today = shanghaiDay(clock.now())
  const zone = directory.offices.find(({ id }) => id === officeId)?.zones.find(({ main }) => main)
  const isKnown = zone !== undefined && (zone.alwaysOpen || zone.weekly !== null)
  const hours = isKnown ? dayHours(intervalsOn(zone, directory.calendar, today)) : POSTER.unknown
  return (
    <div className="door-poster">
      <h1>{poster.name}</h1>
      <p className="door-poster__scan">{POSTER.scan}</p>
      <CodePicture link={`${window.location.origin}${poster.path}`} />
      <p className="door-poster__hours">{POSTER.today(dateText(today), hours)}</p>
      <p>{POSTER.noPhone}</p>
      <p className="wall-poster__trust">{trustLine(subdistrict)}</p>
    </div>
  )
}
