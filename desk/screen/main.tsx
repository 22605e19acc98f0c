import { createRoot } from 'react-dom/client'
import { Room } from '../room'

document.body.style.margin = '0'
createRoot(document.getElementById('root') as HTMLElement).render(
  <Room title="门口大屏" size={32}>
    <p>这里将显示会客厅的打卡码、今天的活动、开放时间和紧急通知。</p>
    <p>打卡功能还没有开放，请先找工作人员登记。</p>
  </Room>,
)
