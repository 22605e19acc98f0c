import { openCloudFunction, type CloudFunction } from '../api/processes/cloud-function'
import type { Outside } from '../mini-program/phone/network'
import { startBackend, type Backend } from './start-backend'
import { SECRET, type TestApiOptions } from '../api/test-api'

/** The origin that the build for `wx.request` knows; see `builds.ts`. */
export const BUILD_ORIGIN = 'https://living-room.example'

/** The backend behind both ways of sending, with WeChat between it and the phones. */
export interface WechatBackend extends Backend {
  readonly cloudFunction: CloudFunction
  /** The world as the phone of this WeChat account reaches it. */
  outsideFor(openid: string): Outside
}

/** The HTTP server and the deployed bundle of the cloud function, on one database. */
export async function startWechatBackend(
  options: Omit<TestApiOptions, 'openidByCode'> = {},
): Promise<WechatBackend> {
  // Dispatch asks for a code's account when it comes, so codes may be issued later.
  const openidByCode: Record<string, string> = {}
  const backend = await startBackend({ ...options, openidByCode })
  const cloudFunction = await openCloudFunction('api', backend.api.databaseUrl, { PHONE_KEY: SECRET })
  let codes = 0
  return {
    ...backend,
    cloudFunction,
    outsideFor: (openid) => ({
      hosts: { [BUILD_ORIGIN]: backend.origin },
      functions: { api: (event) => cloudFunction.call(event, openid) },
      loginCode: () => {
        const code = `code-${(codes += 1)}`
        openidByCode[code] = openid
        return code
      },
    }),
    stop: async () => {
      await cloudFunction.close()
      await backend.stop()
    },
  }
}
