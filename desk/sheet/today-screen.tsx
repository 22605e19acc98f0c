import { Alert, Button } from 'antd'
import { Table } from '../shared/table'
import type { TodayActivity } from '../../core/contract/check-in/sheet'
import { linkTo } from '../router'
import { SHEET } from '../text/sheet'
import { whenText } from '../text/when'
import { usePolled } from './use-polled'

/** 报名签到: what takes place today, with seats, queue and who came, as it is now. */
export function TodayScreen() {
  return (
    <>
      <div className="room__head">
        <h1>{SHEET.title}</h1>
        <span className="soft">{SHEET.live}</span>
      </div>
      <section className="sheet">
        <TodayTable />
      </section>
    </>
  )
}

export function TodayTable() {
  const [today] = usePolled('sheet.today', {})
  return (
    <>
      {today.kind === 'failed' ? <Alert type="error" title={today.sentence} /> : null}
      <Table<TodayActivity>
        rowKey="activityId"
        size="small"
        pagination={false}
        loading={today.kind === 'loading'}
        dataSource={today.kind === 'ready' ? [...today.value.activities] : []}
        locale={{ emptyText: SHEET.none }}
        columns={[
          { title: SHEET.when, render: (_, { startsAt }) => whenText(startsAt) },
          {
            title: SHEET.activity,
            render: (_, { title, place }) => (
              <>
                {title} <span className="soft">{place}</span>
              </>
            ),
          },
          {
            title: SHEET.seats,
            render: (_, { counts }) => SHEET.seatsLine(counts.registered, counts.capacity),
          },
          { title: SHEET.waiting, render: (_, { waiting }) => SHEET.waitingLine(waiting) },
          { title: SHEET.came, render: (_, { counts }) => <strong>{counts.heads}</strong> },
          {
            title: SHEET.open,
            render: (_, { activityId, title }) => (
              <Button
                size="small"
                aria-label={`${SHEET.open}：${title}`}
                {...linkTo(`sign-in-sheet/${activityId}`)}
              >
                {SHEET.open}
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
