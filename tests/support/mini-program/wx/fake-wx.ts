import type { Host } from '../host'
import type { PageStack } from '../stack/page-stack'
import type { WxMembers } from './answer'
import { canvasMembers } from './members/canvas'
import { cloudMembers } from './members/cloud'
import { deviceMembers } from './members/device'
import { fileMembers } from './members/files'
import { locationMembers } from './members/location'
import { mediaMembers } from './members/media'
import { MOMENTS, refusedInMoments } from './members/moments'
import { navigationMembers } from './members/navigation'
import { outwardMembers } from './members/outward'
import { createPrivacyGate } from './members/privacy'
import { requestMembers } from './members/request'
import { storageMembers } from './members/storage'
import { subscribeMembers } from './members/subscribe'
import { strictMembers } from './strict-members'

export interface LaunchFacts {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

/** A `wx` with the documented behaviour of what the app uses; using anything else is a fault. */
export function createFakeWx(
  host: Host,
  stack: PageStack,
  launch: LaunchFacts,
  appNews: WxMembers,
): WxMembers {
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
    ...mediaMembers(host),
    ...fileMembers(host),
    ...gate.members,
    ...subscribeMembers(host),
    ...appNews,
    ...(launch.scene === MOMENTS ? refusedInMoments(host) : {}),
  }
  members['canIUse'] = (schema: string) => String(schema).split('.')[0]! in members
  return strictMembers(host, 'wx', members)
}
