import { fetchLaterPages } from './later-pages.h5'

const fetched = () =>
  Array.from(document.querySelectorAll('link[rel=prefetch]'), (link) => link.getAttribute('href'))

const readingState = (state: DocumentReadyState) =>
  Object.defineProperty(document, 'readyState', { configurable: true, value: state })

beforeEach(() => {
  jest.useFakeTimers()
  document.head.innerHTML =
    '<script type="application/json" id="later-pages">["chunk/1.js","chunk/2.js"]</script>'
  readingState('complete')
})
afterEach(() => {
  jest.useRealTimers()
  Object.defineProperty(navigator, 'connection', { configurable: true, value: undefined })
})

it('the pages that were not opened are fetched, but nothing of them while the first page comes', () => {
  readingState('loading')
  fetchLaterPages()
  jest.advanceTimersByTime(60_000)
  expect(fetched()).toEqual([])
  dispatchEvent(new Event('load'))
  jest.advanceTimersByTime(3_999)
  expect(fetched()).toEqual([])
  jest.advanceTimersByTime(1)
  expect(fetched()).toEqual(['/chunk/1.js', '/chunk/2.js'])
})

it('a page that is there already waits as long', () => {
  fetchLaterPages()
  jest.advanceTimersByTime(3_999)
  expect(fetched()).toEqual([])
  jest.advanceTimersByTime(1)
  expect(fetched()).toHaveLength(2)
})

it('somebody who saves traffic fetches only what is opened', () => {
  Object.defineProperty(navigator, 'connection', { configurable: true, value: { saveData: true } })
  fetchLaterPages()
  jest.advanceTimersByTime(60_000)
  expect(fetched()).toEqual([])
})

it('without the list of pages nothing is fetched', () => {
  document.head.innerHTML = ''
  fetchLaterPages()
  jest.advanceTimersByTime(60_000)
  expect(fetched()).toEqual([])
})
