import { sql } from 'kysely'
import { isCallOf } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'
import { DOOR, doorUrl, entriesAt, hallOf, plusOne, typeNumber } from './hall'

const residents = livingResidents()
const hall = hallOf(residents)

describe('a door without network', () => {
  it('lets in by number, by ticket and ＋1, also after the app was killed, and records each once', async () => {
    const id = await hall.makeClass({ title: '中国结课' })
    const [listed, ticketed] = [await hall.makeParty(id, '王秀英'), await hall.makeParty(id, '李国强')]
    const phone = await hall.staffPhone()
    const before = await hall.open(phone, doorUrl(id))
    await before.sees('共 0 位')
    await before.close()
    // Registered after the list was read.
    const late = await hall.makeParty(id, '赵大爷')

    phone.network.goOffline()
    const app = await hall.open(phone, DOOR)
    await app.tap({ role: 'link', label: /中国结课/ })
    await typeNumber(app, listed.number)
    await app.tap('签到')
    await app.sees('王** 已记下')
    phone.codeInSight = ticketed.ticket
    await app.tap('扫票')
    await app.tap('签到')
    await app.sees('李** 已记下')
    phone.codeInSight = late.ticket
    await app.tap('扫票')
    await app.sees('票是真的，名单里还没有')
    await app.tap('先记下')
    await plusOne(app)
    await app.sees('无手机 1 位')
    await app.sees('联网后自动上传')
    await app.sees('共 3 位')
    await app.sees('4 条记在这部手机上，联网后自动上传。请不要删除小程序。')
    await app.close()
    expect(await entriesAt(residents, id)).toEqual([])

    phone.clock = Date.parse('2026-11-24T10:05:00+08:00')
    const next = await hall.open(phone, doorUrl(id))
    await next.sees('4 条记在这部手机上，联网后自动上传。请不要删除小程序。')
    phone.network.goOnline()
    await next.sees('共 4 位')
    await next.until('nothing waits', () => next.all(/记在这部手机上/).length === 0)
    expect(await entriesAt(residents, id)).toEqual([
      { kind: 'attended', member: true, flags: ['offline'] },
      { kind: 'attended', member: true, flags: ['offline'] },
      { kind: 'attended', member: true, flags: ['offline'] },
      { kind: 'walk_in', member: false, flags: ['offline'] },
    ])
  })

  it('sends nothing that lay on the phone for a week, and says so above the doors of today', async () => {
    const id = await hall.makeClass()
    const phone = await hall.staffPhone()
    const app = await hall.open(phone, doorUrl(id))
    await app.sees('共 0 位')
    phone.network.goOffline()
    await plusOne(app)
    await app.sees('联网后自动上传')
    await app.close()
    await residents
      .backend()
      .api.db.updateTable('activity')
      .set({ status: 'withdrawn' })
      .where('id', '=', id)
      .execute()

    phone.clock = Date.parse('2026-12-02T10:00:00+08:00')
    phone.network.goOnline()
    const later = await hall.open(phone, DOOR)
    await later.sees(/无手机的 1 位：在手机里放了 6 天以上，没有再上传/)
    await later.tap('知道了')
    await later.until('it was read', () => later.all(/没有再上传/).length === 0)
    expect(await entriesAt(residents, id)).toEqual([])
  })

  it('records once what arrived although its answer got lost', async () => {
    const id = await hall.makeClass()
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    const found = app.phone.network.loseAnswers(isCallOf('door.addHead'))
    await plusOne(app)
    await app.sees('联网后自动上传')
    expect(await entriesAt(residents, id)).toHaveLength(1)
    found()
    app.clock.pace = 50
    await app.until('it was sent again', () => app.all('联网后自动上传').length === 0)
    app.clock.pace = 1
    await app.sees('共 1 位')
    expect(await entriesAt(residents, id)).toEqual([{ kind: 'walk_in', member: false, flags: [] }])
  })

  it('keeps the first of two gifts that two phones gave, and flags the second', async () => {
    const id = await hall.makeClass()
    const { number } = await hall.makeParty(id, '王秀英')
    const phones = [await hall.staffPhone(), await hall.staffPhone('office')]
    const doors = await Promise.all(phones.map((phone) => hall.open(phone, doorUrl(id))))
    for (const phone of phones) phone.network.goOffline()
    for (const door of doors) {
      await typeNumber(door, number)
      await door.tap('签到')
      await door.tap('礼品已领')
    }
    const [first, second] = doors
    for (const door of doors) {
      door.phone.network.goOnline()
      await door.until('nothing waits', () => door.all(/记在这部手机上/).length === 0)
    }
    const { rows } = await sql<{ second: boolean }>`
      select second from gift_mark join door_entry on door_entry.id = entry_id
      where activity_id = ${id} order by gift_mark.id`.execute(residents.backend().api.db)
    expect(rows).toEqual([{ second: false }, { second: true }])
    expect(await entriesAt(residents, id)).toHaveLength(1)
    await first?.sees('共 1 位')
    await second?.tap({ label: '刚才签到的，礼品、撤销' })
    await second?.sees(/礼品领了两次，请核对/)
  })

  it('tells a forged ticket from a real one, and holds off who guesses numbers', async () => {
    const id = await hall.makeClass()
    const { ticket, number } = await hall.makeParty(id, '王秀英')
    const app = await hall.open(await hall.staffPhone(), doorUrl(id))
    app.phone.network.goOffline()
    app.phone.codeInSight = ticket.replace(/.{6}$/, 'AAAAAA')
    await app.tap('扫票')
    await app.sees('这张票不是我们发的，请不要放行。可以问号码或姓氏再找一次。')
    const wrong = String((Number(number) + 1) % 10_000).padStart(4, '0')
    await typeNumber(app, wrong)
    await app.sees('手机里的名单没有这个号码。请再看一遍，或找姓氏；没报名的，请点“＋1 无手机”。')
    for (let tries = 0; tries < 5; tries += 1)
      for (const digit of wrong) await app.tap({ role: 'button', label: digit })
    await app.sees(/^号码输错太多次了/)
  })

  it('says which was refused when it was sent at last', async () => {
    const id = await hall.makeClass()
    const { registrationId, number } = await hall.makeParty(id, '王秀英')
    const phone = await hall.staffPhone('office')
    const app = await hall.open(phone, doorUrl(id))
    phone.network.goOffline()
    await typeNumber(app, number)
    await app.tap('签到')
    await sql`update activity set office_id = 'qingshi-hall' where id = ${id}`.execute(
      residents.backend().api.db,
    )
    expect(registrationId).not.toBe('')
    phone.network.goOnline()
    await app.sees('这不是您所在的会客厅，请找那边的同事，或请编辑来改。')
  })

  it('keeps the names sealed, and forgets them once the day is over', async () => {
    const id = await hall.makeClass()
    await hall.makeParty(id, '王秀英')
    const phone = await hall.staffPhone()
    const app = await hall.open(phone, doorUrl(id))
    await app.close()
    const stored = phone.storage.keys().map((key) => JSON.stringify(phone.storage.read(key)))
    expect(stored.filter((text) => text.includes('王**'))).toEqual([])
    expect(phone.storage.read('door-lists-2')).toBeDefined()
    phone.clock = Date.parse('2026-11-25T00:01:00+08:00')
    const next = await residents.open({ phone, way: 'request' })
    expect(phone.storage.read('door-lists-2')).toBeUndefined()
    await next.close()
  })
})
