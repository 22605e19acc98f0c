import type { AddressInfo } from 'node:net'
import { createDispatch } from '../../cloud/app/dispatch'
import { connect } from '../../cloud/database/connect'
import { announcedHolidays } from '../../cloud/gateways/holiday-calendar'
import { wechatLoginWithout } from '../../cloud/gateways/wechat-login'
import { handlers } from '../../cloud/handlers'
import { readSubdistrict } from '../../cloud/repositories/directory'
import { createHttpServer } from '../../cloud/server/http-server'
import { createLog, logHandled } from '../../cloud/server/log'
import { createMetrics } from '../../cloud/server/metrics'
import { DATABASE_URL, POOL_SIZE, report, warn } from './served'

/** The server as `cloud/server/main.ts` puts it together, log and metrics included, with limits that nobody reaches. */
async function main(): Promise<void> {
  const db = connect(DATABASE_URL, { poolSize: POOL_SIZE, onIdleError: warn })
  const metrics = createMetrics()
  const log = createLog()
  const none = process.env['PAGES'] ?? ''
  const server = await createHttpServer({
    dispatch: createDispatch({
      db,
      handlers,
      limits: { perResident: Infinity, perAddress: Infinity, windowSeconds: 60 },
      gateways: { wechatLogin: wechatLoginWithout, holidays: announcedHolidays },
      onHandled: (handled) => {
        metrics.observe(handled)
        logHandled(log, handled)
      },
    }),
    metrics,
    log,
    folders: { h5: none, desk: none, files: none },
    ping: () => Promise.resolve(),
    subdistrict: () => readSubdistrict(db),
    trustProxy: false,
  })
  await server.listen({ host: '127.0.0.1', port: 0 })
  report(server.server.address() as AddressInfo)
}

void main()
