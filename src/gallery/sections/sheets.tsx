import { Text, View } from '../../components/elements/elements'
import { OfficeRow } from '../../components/rows/office-row'
import { Card } from '../../components/sheets/card'
import { FactRow, Pair, Pairs } from '../../components/sheets/fact-row'
import { Note } from '../../components/sheets/note'
import { StateBadge } from '../../components/sheets/state-badge'
import { TrustLine } from '../../components/sheets/trust-line'
import { routes } from '../../platform/navigate/routes'
import { trustLine } from '../../text/office/office'
import { Section, Specimen } from './specimen'

const STATES = [
  { tone: 'open', state: '营业中（至 20:00）', kind: 'living-room', name: '梧桐里百姓会客厅' },
  { tone: 'soon', state: '即将关门（20:00 关）', kind: 'party-service', name: '望月湾党群服务站' },
  { tone: 'closed', state: '现在休息，明天 9:00 开门', kind: 'activity-room', name: '云栖坪活动室' },
  { tone: 'unknown', state: '时间待核实', kind: 'service-centre', name: '综合服务中心' },
] as const

/** What is read. */
export function Sheets() {
  return (
    <Section name="Sheets">
      <Specimen name="office row: open, closing, closed, unknown">
        <View className="office-list">
          {STATES.map(({ tone, state, kind, name }) => (
            <OfficeRow
              key={tone}
              name={name}
              kind={kind}
              state={state}
              tone={tone}
              place={tone === 'unknown' ? '' : '直线约 350 米 · 云溪二小对面'}
              to={routes.offices}
            />
          ))}
        </View>
      </Specimen>
      <Specimen name="state in a sentence">
        {STATES.map(({ tone, state }) => (
          <StateBadge key={tone} text={state} tone={tone} />
        ))}
      </Specimen>
      <Specimen name="card: plain, with facts and pairs">
        <Card title="在哪里">
          <FactRow icon="map-pin">
            <Text>梧桐路 18 号</Text>
            <Text className="soft">云溪二小对面</Text>
          </FactRow>
          <Pairs>
            <Pair name="周一至周六" value="9:00–20:00" />
            <Pair name="坡道" value="有" tone="yes" />
            <Pair name="电梯" value="没有" tone="no" />
            <Pair name="无障碍厕所" value="未核实" tone="unverified" />
          </Pairs>
        </Card>
      </Specimen>
      <Specimen name="card: warm, what one is asked just now">
        <Card title="用您的位置前" ground="warm">
          <Text>位置只在您的手机上用来算远近，不上传，也不保存。</Text>
        </Card>
      </Specimen>
      <Specimen name="note: a remark, an outage">
        <Note>归属待核实。去办事之前，请打 96000。</Note>
        <Note icon="wifi-off">这是上次看到的内容（今天 10:00）。网通了会自动更新。</Note>
      </Specimen>
      <Specimen name="trust line">
        <TrustLine text={trustLine({ organiser: '云溪街道', phone: null, hotline: '96000' })} />
      </Specimen>
    </Section>
  )
}
