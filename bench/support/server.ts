import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { createDispatch } from '../../cloud/app/dispatch'
import { standardLimits } from '../../cloud/app/limits'
import type { Database } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { readSubdistrict } from '../../cloud/repositories/directory'
import { createHttpServer } from '../../cloud/server/http-server'
import { createLog } from '../../cloud/server/log'
import { createMetrics } from '../../cloud/server/metrics'

/** The real server over the built pages, on a port of its own. */
export async function withServer<Value>(
  db: Database,
  act: (origin: string) => Promise<Value>,
): Promise<Value> {
  const server = await createHttpServer({
    dispatch: createDispatch({
      db,
      handlers,
      limits: standardLimits,
      gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
      onHandled: () => undefined,
    }),
    metrics: createMetrics(),
    log: createLog('error'),
    folders: { h5: resolve('dist/h5'), desk: resolve('dist/desk'), files: resolve('dist') },
    ping: async () => {
      await sql`select 1`.execute(db)
    },
    subdistrict: () => readSubdistrict(db),
    trustProxy: false,
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  try {
    return await act(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`)
  } finally {
    await server.close()
  }
}
