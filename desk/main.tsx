import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { App, ConfigProvider, type ThemeConfig } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { ORANGES, PALETTES, RADII } from '../src/theme/tokens'
import { Desk } from './desk'
import './desk.css'

const light = PALETTES.light

/** Ant Design in our tokens: white sheets on paper ground, orange for what is to be done, moss and brick for states. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: ORANGES.firm,
    colorPrimaryHover: light['brand-press'],
    colorLink: light.brand,
    colorLinkHover: light['brand-press'],
    colorLinkActive: light['brand-press'],
    colorSuccess: light.open,
    colorError: light.closed,
    colorInfo: light.slate,
    colorWarning: ORANGES.vital,
    colorText: light.ink,
    colorTextSecondary: light['ink-soft'],
    colorTextTertiary: light['ink-soft'],
    colorTextDescription: light['ink-soft'],
    colorTextDisabled: light['ink-soft'],
    colorTextPlaceholder: light['ink-soft'],
    colorBgLayout: light.paper,
    colorBgContainer: light.card,
    colorBorder: light['line-strong'],
    colorBorderSecondary: light.line,
    colorSplit: light.line,
    borderRadius: RADII.small,
    borderRadiusLG: RADII.card,
    fontSize: 15,
    controlHeight: 36,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
    motion: false,
  },
  components: {
    Table: {
      headerBg: light.paper,
      headerColor: light['ink-soft'],
      headerSplitColor: 'transparent',
      cellPaddingBlock: 10,
    },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}

createRoot(document.getElementById('root') as HTMLElement).render(
  // Browsers as old as Chromium 86 know neither `:where` nor logical properties.
  <StyleProvider hashPriority="high" transformers={[legacyLogicalPropertiesTransformer]}>
    <ConfigProvider locale={zhCN} theme={theme} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <App>
        <Desk />
      </App>
    </ConfigProvider>
  </StyleProvider>,
)
