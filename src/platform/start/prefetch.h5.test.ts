/** @jest-environment jsdom */
import { prefetchPages } from './prefetch'

const prefetched = () =>
  Array.from(document.head.querySelectorAll('link'), ({ href }) => new URL(href).pathname)
const arrived = (event: 'load' | 'error') =>
  document.head.querySelector('link:last-child')?.dispatchEvent(new Event(event))

beforeEach(() => {
  jest.useFakeTimers()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
})
afterEach(() => jest.useRealTimers())

describe('the pages of the H5 edition', () => {
  it('are fetched one file after the other, each once, also past one that does not come', () => {
    document.body.innerHTML =
      '<script type="application/json" id="parts">{"/a":["1.aa","2.bb"],"/b":["2.bb","3.cc"]}</script>'
    prefetchPages()
    jest.runAllTimers()
    expect(prefetched()).toEqual(['/chunk/1.aa.js'])
    arrived('error')
    expect(prefetched()).toEqual(['/chunk/1.aa.js', '/chunk/2.bb.js'])
    arrived('load')
    arrived('load')
    expect(prefetched()).toEqual(['/chunk/1.aa.js', '/chunk/2.bb.js', '/chunk/3.cc.js'])
  })

  it('come when somebody goes there, where the page names none', () => {
    prefetchPages()
    jest.runAllTimers()
    expect(prefetched()).toEqual([])
  })

  it('are not fetched ahead for somebody who saves traffic', () => {
    Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } })
    document.body.innerHTML = '<script type="application/json" id="parts">{"/a":["1.aa"]}</script>'
    prefetchPages()
    jest.runAllTimers()
    expect(prefetched()).toEqual([])
    Reflect.deleteProperty(navigator, 'connection')
  })
})
