import { Alert, Button, Input, Radio } from 'antd'
import { Table } from '../shared/table'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../core/contract'
import type { CounterParty } from '../../core/contract/registration/counter'
import { readLookUp, type LookUpChannel } from '../../core/domain/registration/look-ups'
import { call } from '../api/client'
import { failureText } from '../text/failures'
import { FIND } from '../text/find'
import { whenText } from '../text/when'
import { PartyScreen, State } from './party-screen'

type Found = Output<'counter.find'>

/** 查一个人: one box, by telephone or in person; names stay masked until one is opened. */
export function FindScreen() {
  const [asked, setAsked] = useState(() => new URLSearchParams(window.location.search).get('asked') ?? '')
  const [channel, setChannel] = useState<LookUpChannel>('visit')
  const [found, setFound] = useState<Found | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [opened, setOpened] = useState<CounterParty | null>(null)

  const search = async () => {
    if (readLookUp(asked) === null) return setFailure(FIND.tooShort)
    const reply = await call('counter.find', { asked, channel })
    setFailure(reply.ok ? null : failureText(reply))
    setFound(reply.ok ? reply.value : null)
  }
  // A number that another screen sent along is looked up once.
  const isSent = useRef(asked !== '')
  useEffect(() => {
    if (!isSent.current) return
    isSent.current = false
    void Promise.resolve().then(search)
  })
  if (opened !== null) {
    return (
      <PartyScreen
        party={opened}
        onBack={() => {
          setOpened(null)
          void search()
        }}
      />
    )
  }
  return (
    <>
      <div className="room__head">
        <h1>{FIND.title}</h1>
      </div>
      <section className="sheet">
        <form
          className="find"
          onSubmit={(event) => {
            event.preventDefault()
            void search()
          }}
        >
          <Radio.Group
            aria-label={FIND.channel}
            optionType="button"
            value={channel}
            options={[
              { value: 'visit', label: FIND.visit },
              { value: 'call', label: FIND.call },
            ]}
            onChange={({ target }) => setChannel(target.value === 'call' ? 'call' : 'visit')}
          />
          <Input
            aria-label={FIND.asked}
            autoFocus
            placeholder={FIND.asked}
            maxLength={20}
            value={asked}
            onChange={({ target }) => setAsked(target.value)}
          />
          <Button type="primary" htmlType="submit">
            {FIND.search}
          </Button>
        </form>
        {failure === null ? null : <Alert type="error" title={failure} />}
        {found === null ? (
          <p className="soft">{FIND.how}</p>
        ) : (
          <>
            <Table<CounterParty>
              rowKey="registrationId"
              size="small"
              pagination={false}
              dataSource={[...found.found]}
              locale={{ emptyText: FIND.none }}
              columns={[
                { title: FIND.number, render: (_, { number }) => <strong>{number}</strong> },
                { title: FIND.called, render: (_, { called }) => called ?? FIND.unnamed },
                { title: FIND.activity, render: (_, { title }) => title },
                { title: FIND.when, render: (_, { startsAt }) => whenText(startsAt) },
                { title: FIND.persons, render: (_, { persons }) => persons },
                { title: FIND.state, render: (_, party) => <State party={party} /> },
                {
                  title: FIND.acts,
                  render: (_, party) => (
                    <Button size="small" onClick={() => setOpened(party)}>
                      {FIND.open}
                    </Button>
                  ),
                },
              ]}
            />
            {found.more ? <p>{FIND.more}</p> : null}
          </>
        )}
      </section>
    </>
  )
}
