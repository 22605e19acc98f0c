import { Buffer } from 'node:buffer'
import type { AreaHandlers } from '../../app/handler'

export const handlers: AreaHandlers<'table'> = {
  'table.read': async ({ base64 }, { gateways }) => {
    if (gateways.readTableFile === undefined) throw new Error('this backend reads no files of tables')
    return gateways.readTableFile(Buffer.from(base64, 'base64'))
  },
}
