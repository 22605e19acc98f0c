import type { Host } from '../host'

/** Names that build tools put onto `wx` themselves, known to work in WeChat. */
const GUESTS = new Set<string>(['webpackJsonp'])

/** Reading a member that is not there is a fault: in WeChat it would be undefined on somebody's phone. */
export function strictMembers<Members extends object>(host: Host, owner: string, members: Members): Members {
  return new Proxy(members, {
    get: (target, key) => {
      if (typeof key === 'string' && !(key in target) && !GUESTS.has(key)) {
        host.fault(
          `${owner}.${key} is unknown to tests/support/mini-program/wx: add it there as WeChat documents it`,
        )
      }
      return Reflect.get(target, key) as unknown
    },
  })
}
