import { createRoot } from 'react-dom/client'
import { Room } from '../room'

document.body.style.margin = '0'
createRoot(document.getElementById('root') as HTMLElement).render(
  <Room title="工作台" size={18}>
    <p>这里将是街道工作人员的电脑工作台：发布活动、排摊位、看报名和签到、导出表格。</p>
    <p>现在还没有可以操作的内容。会客厅的名单、时间和电话在数据包里改，改法见项目的 docs/data-pack.md。</p>
  </Room>,
)
