import { Alert, App, Button, Input, Radio, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { StallPlan } from '../../core/contract/activity/stall'
import type { ReadSheet } from '../../core/contract/table'
import type { DeskHolder } from '../../core/contract/desk'
import { EDITORS } from '../../core/domain/staff/post'
import type { GridRow } from '../../core/tables/grid'
import { readStallGrid, readStallText, type TableAnswers, type TableAsk } from '../../core/tables/stalls'
import { call, newRequestId } from '../api/client'
import { useLoaded } from '../api/use-loaded'
import { goTo } from '../router'
import { PrintedApart, type Print } from '../shared/printed-apart'
import { RecordForm } from '../shared/record-form'
import { useSealedForm } from '../shared/sealed-form'
import { VersionConflict } from '../shared/version-conflict'
import { failureText } from '../text/failures'
import { FORM } from '../text/shared'
import { PLAN, STALLS } from '../text/stalls'
import { whenText } from '../text/when'
import { Applicants } from './applicants'
import { ExportStalls } from './export-stalls'
import { PlanBoard } from './plan-board'
import { PlanPaper } from './plan-paper'
import { pastedFrom, readTableFile } from './read-file'
import {
  answeredNames,
  AREA_CODE,
  EMPTY,
  faultsOf,
  formerOf,
  goneOf,
  merged,
  plannedOf,
  replaced,
  rowOf,
  rowsAnew,
  rowsCopied,
  rowsOfPlan,
  rowsOfTable,
  taking,
  withTheirs,
  type BothChanged,
  type Row,
} from './stall-model'
import { StallTableView } from './stall-table'

interface StallsScreenProps {
  readonly holder: DeskHolder
  readonly activityId: string
}

/** 摊位 of one market: pasted, read from a file or copied, corrected on the screen, saved whole, published by a second. */
export function StallsScreen({ holder, activityId }: StallsScreenProps) {
  const [loaded, again] = useLoaded('stall.plan', { activityId })
  const kept = useSealedForm<TypedPlan>(`stalls:${activityId}`, holder.formKey)
  const { found } = kept
  if (loaded.kind === 'loading' || found === undefined) return null
  if (loaded.kind === 'failed')
    return (
      <Alert
        type="error"
        title={loaded.sentence}
        action={<Button onClick={() => goTo(`activities/${activityId}`)}>{STALLS.back}</Button>}
      />
    )
  const mayAssign = holder.posts.some(({ role }) => EDITORS.includes(role))
  return (
    <PrintedApart>
      {(print) => (
        <PlanForm
          key={`${planKey(loaded.value)}${found === null ? '' : ' typed'}`}
          plan={loaded.value}
          typed={found}
          mayAssign={mayAssign}
          mayExport={mayAssign || holder.posts.some(({ role }) => role === 'lead')}
          onTyped={kept.keep}
          onForget={() => {
            kept.forget()
            void again()
          }}
          onSaved={async () => {
            kept.forget()
            await again()
          }}
          print={print}
        />
      )}
    </PrintedApart>
  )
}

/** What was typed and not saved yet, and the plan from which it began. */
interface TypedPlan {
  readonly plan: StallPlan
  readonly rows: readonly Row[]
  readonly kind: string
}

/** Another plan begins anew: another version, or a stall that somebody was given. */
const planKey = ({ version, stalls }: StallPlan): string =>
  [version, ...stalls.filter(({ isHeld }) => isHeld).map(({ number, name }) => `${number} ${name}`)].join('|')

/** What was brought: a table with columns, or lines of a chat. */
type Brought = { readonly grid: readonly GridRow[] } | { readonly text: string }

interface PlanFormProps {
  readonly plan: StallPlan
  /** From before the tab was closed. */
  readonly typed: TypedPlan | null
  readonly mayAssign: boolean
  readonly mayExport: boolean
  readonly onTyped: (typed: TypedPlan) => void
  readonly onForget: () => void
  readonly onSaved: () => Promise<void>
  readonly print: Print
}

const DEFAULT_KIND = '摊位'

function PlanForm(props: PlanFormProps) {
  const { plan: first, typed, mayAssign, mayExport, onTyped, onForget, onSaved, print } = props
  const { message } = App.useApp()
  const [plan, setPlan] = useState(typed?.plan ?? first)
  const [rows, setRows] = useState<readonly Row[]>(() =>
    typed === null ? rowsOfPlan(first.stalls) : rowsAnew(typed.rows),
  )
  const [isTouched, setTouched] = useState(typed !== null)
  const [kind, setKind] = useState(typed?.kind ?? DEFAULT_KIND)
  const [how, setHow] = useState<'merge' | 'replace'>('merge')
  const [view, setView] = useState<'table' | 'plan'>('table')
  const [brought, setBrought] = useState<Brought | null>(null)
  const [sheets, setSheets] = useState<readonly ReadSheet[]>([])
  const [asks, setAsks] = useState<readonly TableAsk[]>([])
  const [notes, setNotes] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const request = useRef<{ readonly written: string; readonly requestId: string } | null>(null)
  useEffect(() => {
    if (isTouched) onTyped({ plan, rows, kind })
    // `onTyped` is another function each time, and keeps the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isTouched, plan, rows, kind])

  const faults = faultsOf(rows, kind)
  const asking = rows.filter((row) => row.asks.length > 0)
  const notPlaced = rows.filter(({ position }) => position === null).length
  const wrong = rows.filter((row) => Object.keys(faults.get(row.key) ?? {}).length > 0)
  const change = (next: readonly Row[]) => {
    setRows(next)
    setTouched(true)
    setFailure(null)
  }
  const bring = (given: Brought, answers: TableAnswers, more: readonly string[] = []) => {
    const table =
      'grid' in given
        ? readStallGrid(given.grid, AREA_CODE, answers)
        : readStallText(given.text, AREA_CODE, answers)
    setBrought(given)
    setAsks(table.asks)
    const dropped = table.dropped
      .filter(({ why }) => why !== '列名' && why !== '空行')
      .map(({ line, why, text }) => STALLS.droppedLine(line, why, text))
    const said = dropped.length === 0 ? [] : [STALLS.dropped(dropped.join('；'))]
    if (table.asks.length > 0) return setNotes([...more, ...said])
    const read = rowsOfTable(table)
    setNotes([...more, ...said, read.length === 0 ? STALLS.nothing : STALLS.read(read.length)])
    if (read.length > 0) change(how === 'merge' ? merged(rows, read) : replaced(rows, read))
  }
  const answer = (ask: TableAsk, value: string) => {
    if (brought !== null) bring(brought, { [ask.id]: value })
  }
  const open = (sheet: ReadSheet) => {
    setSheets([])
    bring({ grid: sheet.rows }, {}, sheet.notes)
  }
  const choose = async (file: File) => {
    setBusy(true)
    const reading = await readTableFile(file)
    setBusy(false)
    if (reading.kind === 'failed') return setFailure(reading.sentence)
    setFailure(null)
    const [only] = reading.sheets
    if (reading.sheets.length === 1 && only !== undefined) open(only)
    else setSheets(reading.sheets)
  }

  const reload = async (): Promise<StallPlan | null> => {
    const reply = await call('stall.plan', { activityId: plan.activityId })
    if (reply.ok) return reply.value
    setFailure(failureText(reply))
    return null
  }
  const meet = async () => {
    const theirs = await reload()
    if (theirs === null) return
    const { rows: both, open: asked } = withTheirs(rows, plan.stalls, theirs.stalls)
    const who = theirs.by === null ? '' : `${theirs.by.called} ${whenText(theirs.by.at)}`
    setPlan(theirs)
    setRows(both)
    if (asked.length === 0) void message.info(STALLS.merged(who))
    else setConflict({ who, asked, theirs: theirs.stalls })
  }
  const save = async () => {
    const bad = rows.findIndex((row) => wrong.includes(row))
    if (bad >= 0) {
      const [reason = ''] = Object.values(faults.get(rows[bad]?.key ?? 0) ?? {})
      return setFailure(STALLS.blocked(STALLS.rowFault(bad + 1, reason)))
    }
    const open = rows.findIndex((row) => row.asks.length > 0)
    if (open >= 0) {
      const question = rows[open]?.asks[0]?.question ?? ''
      return setFailure(STALLS.blocked(STALLS.rowFault(open + 1, question)))
    }
    if (isBusy) return
    const input = {
      activityId: plan.activityId,
      version: plan.version,
      stalls: rows.map((row) => plannedOf(row, kind)),
    }
    const written = JSON.stringify(input)
    // After a lost answer the same plan goes out under the same request id.
    if (request.current?.written !== written)
      request.current = { written: written, requestId: newRequestId() }
    setBusy(true)
    const reply = await call('stall.savePlan', { ...input, requestId: request.current.requestId })
    setBusy(false)
    if (!reply.ok) {
      if ('refusal' in reply && reply.refusal === 'plan_changed') return meet()
      return setFailure(failureText(reply))
    }
    const { version, stalls, isWaiting } = reply.value
    setTouched(false)
    void message.success(
      version === plan.version ? STALLS.same : isWaiting ? STALLS.saved(stalls) : STALLS.kept(stalls),
    )
    await onSaved()
  }
  const publish = async () => {
    setBusy(true)
    const { activityId, version } = plan
    const reply = await call('stall.publishPlan', { activityId, version, requestId: newRequestId() })
    setBusy(false)
    if (!reply.ok) {
      if ('refusal' in reply && reply.refusal === 'plan_changed') return meet()
      return setFailure(failureText(reply))
    }
    void message.success(STALLS.published(reply.value.stalls))
    await onSaved()
  }
  const mayPublish = plan.isWaiting && !isTouched && ['yes', 'alone'].includes(plan.mayPublish)
  return (
    <RecordForm
      title={`${STALLS.title}：${plan.title}`}
      failure={failure}
      onSave={() => void save()}
      note={
        <>
          {typed === null ? null : (
            <Alert
              className="form-note"
              type="info"
              title={FORM.restored}
              action={<Button onClick={onForget}>{FORM.useStored}</Button>}
            />
          )}
          <PlanState plan={plan} />
        </>
      }
      actions={
        <>
          <Button onClick={() => goTo(`activities/${plan.activityId}`)}>{STALLS.back}</Button>
          <Button
            type={mayPublish ? 'default' : 'primary'}
            loading={isBusy}
            disabled={!isTouched}
            onClick={() => void save()}
          >
            {STALLS.save(rows.length)}
          </Button>
          {mayPublish ? (
            <Button type="primary" loading={isBusy} onClick={() => void publish()}>
              {plan.mayPublish === 'alone' ? STALLS.publishAlone : STALLS.publish}
            </Button>
          ) : null}
        </>
      }
    >
      <section className="sheet">
        <h2>{STALLS.bring}</h2>
        <div className="stalls__bring">
          <Input.TextArea
            className="stalls__paste"
            aria-label={STALLS.paste}
            placeholder={STALLS.paste}
            rows={2}
            value=""
            onPaste={(event) => {
              event.preventDefault()
              const { grid, text } = pastedFrom(event.clipboardData)
              if (grid !== null || text.trim() !== '') bring(grid === null ? { text } : { grid }, {})
            }}
            onChange={({ target }) => {
              // Where something else than pasting brings text, such as an input method or a screen reader.
              if (target.value.trim() !== '') bring({ text: target.value }, {})
            }}
          />
          <FileButton isBusy={isBusy} onChosen={(file) => void choose(file)} />
        </div>
        <div className="stalls__bring">
          <Radio.Group
            aria-label={STALLS.how.label}
            value={how}
            options={[
              { value: 'merge', label: STALLS.how.merge },
              { value: 'replace', label: STALLS.how.replace },
            ]}
            onChange={({ target }) => setHow(target.value as 'merge' | 'replace')}
          />
          <CopyEarlier
            activityId={plan.activityId}
            onCopied={(title, copied) => {
              change(how === 'merge' ? merged(rows, copied) : replaced(rows, copied))
              setNotes([STALLS.copied(title, copied.length)])
            }}
            onFailed={setFailure}
          />
        </div>
        {sheets.length === 0 ? null : (
          <p className="stalls__ask" role="group" aria-label={STALLS.sheet}>
            {STALLS.sheet}：
            {sheets.map((sheet) => (
              <Button key={sheet.name} onClick={() => open(sheet)}>
                {sheet.name}
              </Button>
            ))}
          </p>
        )}
        {asks.slice(0, 1).map((ask) => (
          <p key={ask.id} className="stalls__ask" role="group" aria-label={ask.question}>
            {ask.question}
            {ask.answers.map(({ say, value }) => (
              <Button key={value} onClick={() => answer(ask, value)}>
                {say}
              </Button>
            ))}
          </p>
        ))}
        <div role="status">
          {notes.map((note) => (
            <p key={note} className="soft stalls__note">
              {note}
            </p>
          ))}
        </div>
      </section>
      <section className="sheet">
        <h2>{STALLS.listTitle}</h2>
        <Summary rows={rows} plan={plan} kind={kind} wrong={wrong.length} asked={asking.length} />
        {asking.filter(({ asks: own }) => own.some(({ column }) => column === 'name')).length > 1 ? (
          <AnswerAllNames rows={rows} onAnswered={change} />
        ) : null}
        {rows.length === 0 ? null : (
          <div className="stalls__views">
            <Radio.Group
              optionType="button"
              aria-label={PLAN.views.label}
              value={view}
              options={[
                { value: 'table', label: PLAN.views.table },
                { value: 'plan', label: notPlaced === 0 ? PLAN.views.plan : PLAN.planWithRest(notPlaced) },
              ]}
              onChange={({ target }) => setView(target.value as 'table' | 'plan')}
            />
          </div>
        )}
        {view === 'plan' && rows.length > 0 ? (
          <PlanBoard
            rows={rows}
            place={plan.place}
            onChange={change}
            onPrint={() =>
              print(
                <PlanPaper
                  title={plan.title}
                  when={whenText(plan.startsAt)}
                  place={plan.place}
                  stalls={rows.map((row) => plannedOf(row, kind))}
                  isDraft={isTouched || plan.isWaiting}
                />,
              )
            }
          />
        ) : (
          <StallTableView rows={rows} faults={faults} plan={plan} kind={kind} onChange={change} />
        )}
        <div className="stalls__foot">
          <Button onClick={() => change([...rows, rowOf(EMPTY)])}>{STALLS.addRow}</Button>
          <label>
            {STALLS.defaultKind}
            <Input value={kind} maxLength={20} onChange={({ target }) => setKind(target.value.trim())} />
          </label>
        </div>
        <p className="soft stalls__note">{STALLS.staffOnly}</p>
      </section>
      <Applicants
        activityId={plan.activityId}
        mayAssign={mayAssign}
        isTouched={isTouched}
        onAssigned={onSaved}
      />
      {mayExport && plan.stalls.length > 0 ? (
        <ExportStalls activityId={plan.activityId} isTouched={isTouched} />
      ) : null}
      {conflict === null ? null : (
        <VersionConflict
          who={conflict.who}
          differences={conflict.asked}
          onLater={() => setConflict(null)}
          onChosen={(fields) => {
            change(taking(rows, conflict.theirs, fields))
            setConflict(null)
            void message.info(STALLS.merged(conflict.who))
          }}
        />
      )}
    </RecordForm>
  )
}

interface Conflict {
  readonly who: string
  readonly asked: readonly BothChanged[]
  readonly theirs: StallPlan['stalls']
}

function PlanState({ plan: { isWaiting, by, mayPublish } }: { readonly plan: StallPlan }) {
  if (!isWaiting) return null
  const who = by === null ? '' : `${by.called} ${whenText(by.at)} `
  const text =
    mayPublish === 'yes' ? STALLS.waitsForYou(who) : mayPublish === 'alone' ? STALLS.waitsAlone : STALLS.waits
  return <Alert className="form-note" type="info" title={text} />
}

interface SummaryProps {
  readonly rows: readonly Row[]
  readonly plan: StallPlan
  readonly kind: string
  readonly wrong: number
  readonly asked: number
}

/** 新的 30 · 改了 2 · 没变 4 · 去掉 1 · 要改 1: against what residents see while it waits, else against what is saved. */
function Summary({ rows, plan, kind, wrong, asked }: SummaryProps) {
  if (rows.length === 0 && plan.stalls.length === 0) return <p className="soft">{STALLS.none}</p>
  const formers = rows.map((row) => formerOf(row, plan.stalls, kind))
  const count = (is: (former: (typeof formers)[number]) => boolean): number => formers.filter(is).length
  const gone = goneOf(rows, plan.stalls)
  const parts: readonly (readonly [string, string])[] = [
    ...(wrong > 0 ? [['wrong', STALLS.summary.wrong(wrong)] as const] : []),
    ...(asked > 0 ? [['asked', STALLS.summary.asked(asked)] as const] : []),
    ['plain', STALLS.summary.new(count((former) => former === null))],
    ['plain', STALLS.summary.changed(count((former) => former !== null && Object.keys(former).length > 0))],
    ['plain', STALLS.summary.same(count((former) => former !== null && Object.keys(former).length === 0))],
    ...(gone.length > 0 ? [['gone', STALLS.summary.gone(gone)] as const] : []),
  ]
  return (
    <p className="stalls__summary" role="status">
      {parts.map(([look, text]) => (
        <span key={text} className={`stalls__count stalls__count--${look}`}>
          {text}
        </span>
      ))}
    </p>
  )
}

interface AnswerAllNamesProps {
  readonly rows: readonly Row[]
  readonly onAnswered: (rows: readonly Row[]) => void
}

function AnswerAllNames({ rows, onAnswered }: AnswerAllNamesProps) {
  const count = rows.filter(({ asks }) => asks.some(({ column }) => column === 'name')).length
  return (
    <p className="stalls__ask">
      <Button onClick={() => onAnswered(answeredNames(rows, true))}>
        {STALLS.answerAll(STALLS.allNames, count)}
      </Button>
      <Button onClick={() => onAnswered(answeredNames(rows, false))}>
        {STALLS.answerAll(STALLS.askNameNo, count)}
      </Button>
    </p>
  )
}

interface FileButtonProps {
  readonly isBusy: boolean
  readonly onChosen: (file: File) => void
}

function FileButton({ isBusy, onChosen }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="stalls__file">
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {STALLS.file}
      </Button>
      <small className="soft">{STALLS.fileTypes}</small>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.xls,.et,.csv"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file again is chosen again.
          target.value = ''
          if (file !== undefined) onChosen(file)
        }}
      />
    </div>
  )
}

interface CopyEarlierProps {
  readonly activityId: string
  readonly onCopied: (title: string, rows: readonly Row[]) => void
  readonly onFailed: (sentence: string) => void
}

function CopyEarlier({ activityId, onCopied, onFailed }: CopyEarlierProps) {
  const [loaded] = useLoaded('stall.earlier', { activityId })
  if (loaded.kind !== 'ready' || loaded.value.markets.length === 0) return null
  const copy = async (from: string) => {
    const reply = await call('stall.plan', { activityId: from })
    if (reply.ok) onCopied(reply.value.title, rowsCopied(reply.value.stalls))
    else onFailed(failureText(reply))
  }
  return (
    <Select<string>
      className="stalls__copy"
      aria-label={STALLS.copy}
      placeholder={STALLS.copy}
      value={null}
      options={loaded.value.markets.map((market) => ({
        value: market.activityId,
        label: `${whenText(market.startsAt)} ${market.title}（${market.stalls}）`,
      }))}
      onChange={(value) => void copy(value)}
    />
  )
}
