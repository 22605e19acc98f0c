import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { builtFor, WAYS } from '../../support/mini-program/builds'
import { livingResidents } from '../../support/mini-program/residents'

/** What iOS 12 and Chrome 73 read, which babel.config.js promises: neither `?.` nor `??` nor class fields. */
const PROMISED = 2019

describe.each(WAYS)('the oldest engines that are promised, for the build that sends by %s', (way) => {
  it('can read every script', () => {
    const folder = builtFor(way)
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    )
    expect(scripts.length).toBeGreaterThan(0)
    const unread = scripts.flatMap((script) => {
      const source = readFileSync(join(folder, script), 'utf8')
      try {
        parse(source, { ecmaVersion: PROMISED, sourceType: 'script', allowReturnOutsideFunction: true })
        return []
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error
        const at = (error as SyntaxError & { readonly pos: number }).pos
        return [`${script}: ${error.message} near ${source.slice(Math.max(0, at - 30), at + 30)}`]
      }
    })
    expect(unread).toEqual([])
  })

  it('meets no regular expression that looks behind, which breaks a whole script on iOS before 16.4', () => {
    const folder = builtFor(way)
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.js'),
    )
    const looking = scripts.filter((script) => /\(\?<[=!]/.test(readFileSync(join(folder, script), 'utf8')))
    expect(looking).toEqual([])
  })
})

const residents = livingResidents()

describe('an iPhone up to iOS 15, where a Promise waits for a timer', () => {
  it('finds the way from the first screen to an office', async () => {
    const app = await residents.open({ phone: residents.phone({ platform: 'ios', latePromises: true }) })
    await app.tap('看全部会客厅')
    await app.tap('梧桐里百姓会客厅')
    expect(app.lines()).toContain('0571-55550101')
    await app.back()
    await app.back()
    expect(app.route()).toBe('pages/home/index')
  })
})
