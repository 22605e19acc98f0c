import { useState } from 'react'
import { TabNav, TopBar } from '../../components/bars/bars'
import { AgreeButton, Button, ButtonRow } from '../../components/controls/button'
import { Choice, Choices } from '../../components/controls/choice'
import { NavRow, NavRows } from '../../components/rows/nav-row'
import { SearchField } from '../../components/controls/search-field'
import { Tag, Tags } from '../../components/controls/tag'
import { View } from '../../components/elements/elements'
import { tabLinks } from '../../features/page/page'
import { routes } from '../../platform/navigate/routes'
import { Section, Specimen } from './specimen'

const nothing = () => undefined

/** What can be tapped. A button is never disabled: it acts, or says why not and what to do instead. */
export function Controls() {
  const [typed, setTyped] = useState('')
  const [edition, setEdition] = useState('standard')
  return (
    <Section name="Controls">
      <Specimen name="button, primary: normal, pressed, large">
        <Button look="primary" icon="footprints" onTap={nothing}>
          带我去
        </Button>
        <View className="tappable button button--primary pressed">按着的时候</View>
        <Button look="primary" size="large" icon="scan-line" onTap={nothing}>
          扫码打卡
        </Button>
      </Specimen>
      <Specimen name="button, secondary: normal, pressed, under way, two in a row">
        <Button icon="phone" onTap={nothing}>
          打电话
        </Button>
        <View className="tappable button button--secondary pressed">按着的时候</View>
        <Button icon="locate-fixed" onTap={nothing}>
          正在找您的位置…
        </Button>
        <ButtonRow>
          <Button icon="footprints" onTap={nothing}>
            带我去
          </Button>
          <Button icon="phone" onTap={nothing}>
            打 96000
          </Button>
        </ButtonRow>
        <AgreeButton onAgree={nothing}>同意，用我的位置</AgreeButton>
      </Specimen>
      <Specimen name="tag: link, choice, chosen, pressed">
        <Tags>
          <Tag text="加梯咨询" to={routes.offices} />
          <Tag text="会客厅" chosen={false} onTap={nothing} />
          <Tag text="全部" chosen onTap={nothing} />
          <View className="tappable tag pressed">按着</View>
        </Tags>
      </Specimen>
      <Specimen name="search field: empty, typed">
        <SearchField value={typed} hint="您要办什么？" onChange={setTyped} />
        <SearchField value="装电梯" hint="您要办什么？" onChange={nothing} />
      </Specimen>
      <Specimen name="choice: chosen, not chosen">
        <Choices>
          {['standard', 'elder'].map((name) => (
            <Choice
              key={name}
              title={name === 'elder' ? '长辈版' : '标准版'}
              hint={name === 'elder' ? '字大、按钮大' : '字号跟着微信走'}
              chosen={name === edition}
              onChoose={() => setEdition(name)}
            />
          ))}
        </Choices>
      </Specimen>
      <Specimen name="nav row: with a hint, without, to act">
        <NavRows>
          <NavRow icon="store" title="看全部会客厅" hint="共 23 处" to={routes.offices} />
          <NavRow icon="newspaper" title="街道新闻" to={routes.news} />
          <NavRow icon="phone" title="打 96000" hint="城市热线，什么都能问" onTap={nothing} />
        </NavRows>
      </Specimen>
      <Specimen name="bars">
        <TopBar title="找会客厅" onBack={nothing} home={routes.home} />
        <TabNav tabs={tabLinks(routes.home, 2)} />
      </Specimen>
    </Section>
  )
}
