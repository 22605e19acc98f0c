import { contract, type EndpointName } from '../../core/contract'
import type { Area, AreaHandlers, Handler, Handlers } from '../app/handler'

/** An area is loaded by the first call to it: a cold start reads the code that it needs. One missing does not compile. */
const areas: { readonly [A in Area]: () => Promise<{ readonly handlers: AreaHandlers<A> }> } = {
  session: () => import('./session'),
  home: () => import('./home'),
  office: () => import('./office'),
  holiday: () => import('./holiday'),
  place: () => import('./place'),
  compound: () => import('./compound'),
  lifeCircle: () => import('./life-circle'),
  news: () => import('./news'),
  notice: () => import('./notice'),
  activity: () => import('./activity'),
  draft: () => import('./draft'),
  registration: () => import('./registration'),
  counter: () => import('./counter'),
  family: () => import('./family'),
  message: () => import('./message'),
  stall: () => import('./stall'),
  table: () => import('./table'),
  file: () => import('./file'),
  me: () => import('./me'),
  checkIn: () => import('./check-in'),
  passport: () => import('./passport'),
  door: () => import('./door'),
  sheet: () => import('./sheet'),
  screen: () => import('./screen'),
  poster: () => import('./poster'),
  suggestion: () => import('./suggestion'),
  client: () => import('./client'),
  search: () => import('./search'),
  staff: () => import('./staff'),
  desk: () => import('./desk'),
  demo: () => import('./demo'),
}

const areaOf = (name: EndpointName): Area => name.slice(0, name.indexOf('.')) as Area

function loadedByFirstCall<Name extends EndpointName>(name: Name): Handler<Name> {
  let handler: Handler<Name> | undefined
  return async (input, context) => {
    handler ??= ((await areas[areaOf(name)]()).handlers as Handlers)[name]
    return handler(input, context)
  }
}

/** One handler for each endpoint of the contract: of every name, which `fromEntries` does not say. */
export const handlers = Object.fromEntries(
  (Object.keys(contract) as EndpointName[]).map((name) => [name, loadedByFirstCall(name)]),
) as unknown as Handlers
