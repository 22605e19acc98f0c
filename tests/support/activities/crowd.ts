import { createDispatch } from '../../../cloud/app/dispatch'
import { connect } from '../../../cloud/database/connect'
import { announcedHolidays } from '../../../cloud/gateways/holiday-calendar'
import { fakeWechatLogin } from '../../../cloud/gateways/wechat-login-fake'
import { handlers } from '../../../cloud/handlers'
import { throughSocket } from '../database'
import { withoutTime } from '../api/without-time'
import { keySealOfTests, NO_LIMITS, patientQueue, type TestApi } from '../api/test-api'

/**
 * The same api through so many connections of its own, so that acts really meet at the rows. As many calls are
 * under way at once; the others stand in line here, where no pool loses patience with them on a busy machine.
 */
export function openCrowd(api: TestApi, connections: number): TestApi {
  const served = connect(throughSocket(api.runTimeUrl), {
    poolSize: connections,
    onIdleError: (error) => {
      throw error
    },
  })
  const dispatch = createDispatch({
    db: served,
    handlers,
    limits: NO_LIMITS,
    queue: patientQueue(connections),
    gateways: { wechatLogin: fakeWechatLogin({}), holidays: announcedHolidays, keySeal: keySealOfTests },
    onHandled: (handled) => api.handled.push(handled),
  })
  return {
    ...api,
    served,
    dispatch,
    call: inTurn(connections, async (endpoint, input, more) =>
      withoutTime(
        await dispatch({ endpoint, input, token: null, openid: null, address: '203.0.113.7', ...more }),
      ),
    ),
    close: () => served.destroy(),
  }
}

function inTurn(most: number, call: TestApi['call']): TestApi['call'] {
  let running = 0
  const line: (() => void)[] = []
  return async (...args) => {
    if (running === most) await new Promise<void>((settle) => line.push(settle))
    else running += 1
    try {
      return await call(...args)
    } finally {
      const next = line.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
