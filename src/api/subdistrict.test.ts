/** @jest-environment jsdom */
import { builtSubdistrict } from '../platform/start/built-subdistrict'
import { home } from '../testing/show'
import { CACHE_KEY, newQueryClient, restoreCache } from './cache'
import { readSubdistrictFrom, subdistrictNow } from './subdistrict'

describe('whom sentences speak for', () => {
  it('is the build before anything was loaded', () => {
    readSubdistrictFrom(newQueryClient())
    expect(subdistrictNow()).toEqual(builtSubdistrict)
  })

  it('is what the phone kept, also with no network at its next start', () => {
    const yunxi = { ...builtSubdistrict, appName: '云溪会客厅', hotline: '96000' }
    const first = newQueryClient()
    first.setQueryData(['home.show'], { ...home(), subdistrict: yunxi })
    const [query] = first.getQueryCache().getAll()
    const state = {
      queries: [{ queryKey: ['home.show'], queryHash: '["home.show"]', state: query?.state }],
      mutations: [],
    }
    localStorage.setItem(CACHE_KEY, JSON.stringify({ state }))
    const next = newQueryClient()
    restoreCache(next)
    readSubdistrictFrom(next)
    expect(subdistrictNow()).toEqual(yunxi)
  })
})
