import { Button } from '../../components/controls/button'
import { Text } from '../../components/elements/elements'
import { MessageScreen } from '../../components/screen/message-screen'
import { Empty, Screen } from '../../components/screen/screen'
import type { ScreenState } from '../../components/screen/screen-state'
import { brokenPage, troubleText } from '../../text/failed-page'
import { Section, Specimen } from './specimen'
import { builtSubdistrict } from '../../platform/start/built-subdistrict'

const offline = troubleText({ kind: 'lost', why: 'offline' }, builtSubdistrict, false)

const STATES: readonly (readonly [string, ScreenState<string>])[] = [
  ['waiting', { kind: 'loading' }],
  ['no network, may try again', { kind: 'troubled', trouble: { ...offline, onRetry: () => undefined } }],
  [
    'a bug, nothing to try',
    { kind: 'troubled', trouble: { ...brokenPage(builtSubdistrict), onRetry: null } },
  ],
  [
    'what was last seen',
    { kind: 'ready', value: '梧桐里，营业中', note: '这是上次看到的内容（今天 10:00）。网通了会自动更新。' },
  ],
]

/** What a whole page shows while it has nothing, fails, or is empty. */
export function Screens({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <Section name="Screens">
      {STATES.map(([name, state]) => (
        <Specimen key={name} name={`screen: ${name}`}>
          <Screen state={state} theme={theme}>
            {(value) => <Text>{value}</Text>}
          </Screen>
        </Specimen>
      ))}
      <Specimen name="empty">
        <Empty title="没有找到" advice="换个说法试试，或打 96000 问一问。" theme={theme}>
          <Button onTap={() => undefined}>看全部</Button>
        </Empty>
      </Specimen>
      <Specimen name="screen: still being furnished">
        <MessageScreen
          title="十五分钟生活圈"
          text="街道地图正在核对，还没有开放。"
          picture="circle"
          theme={theme}
        >
          <Button look="primary" icon="store" onTap={() => undefined}>
            找会客厅
          </Button>
        </MessageScreen>
      </Specimen>
    </Section>
  )
}
