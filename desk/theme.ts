import type { ThemeConfig } from 'antd'
import { ORANGES, PALETTES, RADII } from '../src/theme/tokens'

const light = PALETTES.light

/** Ant Design in our tokens: white sheets on paper ground, orange for what is to be done, moss and brick for states. */
export const theme: ThemeConfig = {
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
