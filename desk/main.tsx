import { legacyLogicalPropertiesTransformer, StyleProvider } from '@ant-design/cssinjs'
import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { createRoot } from 'react-dom/client'
import { Desk } from './desk'
import { theme } from './theme'
import './desk.css'

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
