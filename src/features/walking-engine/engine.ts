/** All that reckons, in a script of its own (config/taro-patches): the pages take it as a value, and its types alone. */
export { backdropOf } from './backdrop'
export { loadCircle } from './circle-data'
export { computeWalkingTimes, sentenceOf, walkingTimesOf } from './compute-walking-times'
export { openEngine } from './map-engine'
export { answerOf } from './places-by-minutes'
