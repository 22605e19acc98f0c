/**
 * What a phone needs of the life-circle engine: nothing here leads to the building and importing of graphs.
 * See README.md.
 */
export { decodeGraph, type GraphRefusal } from './binary/decode'
export type { BarrierKind, StreetGraph } from './graph/street-graph'
export { bandsOf, BLOCKS, type Band, type BandPolygon } from './picture/bands'
export { prepareCanvas } from './picture/painting'
export { coverage, type CoverageAim, type KindCoverage } from './route/coverage'
export { explainDetour, type Detour, type Obstacle } from './route/detour'
export { pathTo, type Leg, type LegKind, type WalkPath } from './route/path'
export type { Turn } from './route/turn'
export { walkSeconds, walkTimes } from './walk/arrival'
export { adjustProfile, PROFILES, type Profile, type ProfileName } from './walk/profile'
export { search, type Reach } from './walk/search'
export { snap, SNAP_LIMIT, type Snap, type SnapRefusal } from './walk/snap'
export { prepareWalker, type Walker } from './walk/walker'
