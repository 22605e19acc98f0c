import type { Host } from '../host'
import type { PageStack } from '../stack/page-stack'
import type { WxMembers } from './answer'
import { canvasMembers } from './canvas'
import { cloudMembers } from './cloud'
import { deviceMembers } from './device'
import { locationMembers } from './location'
import { MOMENTS, refusedInMoments } from './moments'
import { navigationMembers } from './navigation'
import { outwardMembers } from './outward'
import { createPrivacyGate } from './privacy'
import { requestMembers } from './request'
import { storageMembers } from './storage'
import { subscribeMembers } from './subscribe'
import { strictMembers } from './strict-members'

export interface LaunchFacts {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

/** A `wx` with the documented behaviour of what the app uses; using anything else is a fault. */
export function createFakeWx(host: Host, stack: PageStack, launch: LaunchFacts): WxMembers {
  const gate = createPrivacyGate(host)
  const members: WxMembers = {
    ...storageMembers(host),
    ...requestMembers(host),
    ...cloudMembers(host),
    ...deviceMembers(host, launch),
    ...navigationMembers(host, stack),
    ...locationMembers(host, gate),
    ...outwardMembers(host, gate),
    ...canvasMembers(host, stack),
    ...gate.members,
    ...subscribeMembers(host),
    ...(launch.scene === MOMENTS ? refusedInMoments(host) : {}),
  }
  members['canIUse'] = (schema: string) => String(schema).split('.')[0]! in members
  return strictMembers(host, 'wx', members)
}
