import type { AreaHandlers } from '../../app/handler'
import { all } from './all'
import { collectKey } from './collect-key'
import { list } from './list'
import { pair } from './pair'
import { revoke } from './revoke'
import { show } from './show'
import { startPairing } from './start-pairing'

export const handlers: AreaHandlers<'screen'> = {
  'screen.collectKey': collectKey,
  'screen.all': all,
  'screen.list': list,
  'screen.pair': pair,
  'screen.revoke': revoke,
  'screen.show': show,
  'screen.startPairing': startPairing,
}
