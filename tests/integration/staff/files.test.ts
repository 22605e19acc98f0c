import { runJobs } from '../../../cloud/jobs/run'
import type { StoredPicture } from '../../../core/contract/file'
import { act, done, openHall, setNow, START } from '../../support/activities/activities'
import { draftAct, saveDraft, type SavedDraft } from '../../support/activities/drafts'
import { openHttp, type HttpApi } from '../../support/api/http'
import { Pc, PUBLIC_ORIGIN } from '../../support/api/pc'
import { admit, type Person } from '../../support/api/people'
import { noise, photo } from '../../support/api/pictures'
import { OTHER_OFFICE, OWN_OFFICE, type TestApi } from '../../support/api/test-api'

const SECOND = 1_000
const MINUTE = 60_000
const DAY = 86_400_000
const later = (ms: number) => new Date(Date.parse(START) + ms).toISOString()

let api: TestApi
let http: HttpApi
let editor: Person
let pc: Pc
let picture: Buffer
beforeAll(async () => {
  api = await openHall()
  http = await openHttp(api, { publicOrigin: PUBLIC_ORIGIN })
  picture = await photo(1280, 720)
  editor = await admit(api.db, 'editor')
  pc = await signedIn(editor)
})
afterAll(async () => {
  await http.close()
  await api.close()
})

async function signedIn(who: Person): Promise<Pc> {
  const at = new Pc(http)
  const { signInId, digits } = await at.ask()
  await done(act(api, 'desk.confirmSignIn', who, { signInId, digits }))
  await at.collect(signInId)
  return at
}

const drafted = (more: object = {}) => done<SavedDraft>(saveDraft(api, editor, more))

const begin = (activityId: string, { from = pc, size = picture.length, kind = 'photo' } = {}) =>
  from.call('file.begin', { kind, size, activityId })

async function ticketFor(activityId: string, from = pc): Promise<string> {
  const { body } = await begin(activityId, { from })
  if (body['ok'] !== true) throw new Error(JSON.stringify(body))
  return (body['value'] as { ticket: string }).ticket
}

async function stored(activityId: string): Promise<StoredPicture> {
  const { body } = await pc.put(await ticketFor(activityId), picture)
  if (body['ok'] !== true) throw new Error(JSON.stringify(body))
  return body['value'] as StoredPicture
}

const get = (path: string, headers: Record<string, string> = {}) =>
  http.server.inject({ method: 'GET', url: `/files/${path}`, headers })

/** Shown by an activity that residents see, or will from some time on. */
const show = (name: string, activityId: string, publishedFrom: string | null = null) =>
  api.db
    .updateTable('activity')
    .set({ photo: name, published_from: publishedFrom === null ? null : new Date(publishedFrom) })
    .where('id', '=', activityId)
    .execute()

const MARKET = 'reed-market-20261128'

describe('a ticket', () => {
  beforeEach(() => setNow(api, START))

  it('takes one picture', async () => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    const { body } = await pc.put(ticket, picture)
    expect(body).toMatchObject({ ok: true, value: { width: 1280, height: 720 } })
    expect((body['value'] as StoredPicture).name).toMatch(/^[0-9a-f]{32}$/)
    expect((await pc.put(ticket, picture)).body).toMatchObject({ refusal: 'upload_over' })
  })

  it('is used up by what was refused', async () => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    expect((await pc.put(ticket, Buffer.from('MZ'))).body).toMatchObject({ refusal: 'not_a_picture' })
    expect((await pc.put(ticket, picture)).body).toMatchObject({ refusal: 'upload_over' })
  })

  it('of which two are sent at once takes one', async () => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    const answers = await Promise.all([pc.put(ticket, picture), pc.put(ticket, picture)])
    expect(answers.map(({ body }) => body['ok']).sort()).toEqual([false, true])
  })

  it('is good for ten minutes', async () => {
    const { recordId } = await drafted()
    const [ticket, other] = [await ticketFor(recordId), await ticketFor(recordId)]
    await setNow(api, later(10 * MINUTE - SECOND))
    expect((await pc.put(ticket, picture)).body).toMatchObject({ ok: true })
    await setNow(api, later(10 * MINUTE))
    expect((await pc.put(other, picture)).body).toMatchObject({ refusal: 'upload_over' })
  })

  it('is nobody else’s', async () => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    const other = await signedIn(await admit(api.db, 'editor'))
    expect((await other.put(ticket, picture)).body).toMatchObject({ refusal: 'upload_over' })
    expect((await pc.put(ticket, picture)).body).toMatchObject({ ok: true })
  })

  it('ends with the post, and with the draft', async () => {
    const leaving = await admit(api.db, 'editor')
    const from = await signedIn(leaving)
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId, from)
    await api.db
      .updateTable('post')
      .set({ dismissed_at: new Date(START) })
      .where('resident_id', '=', leaving.residentId)
      .execute()
    expect(await from.put(ticket, picture)).toMatchObject({ status: 401 })
    const draft = await drafted()
    const mine = await ticketFor(draft.recordId)
    await done(draftAct(api, 'draft.discard', editor, draft))
    expect((await pc.put(mine, picture)).body).toMatchObject({ refusal: 'activity_not_found' })
  })

  it('is given for what a post reaches, and for pictures of a size', async () => {
    const from = await signedIn(await admit(api.db, 'office', OWN_OFFICE))
    const { recordId } = await drafted({ officeId: OTHER_OFFICE })
    expect((await begin(recordId, { from })).body).toMatchObject({ refusal: 'not_own_office' })
    expect((await begin('no-such-activity')).body).toMatchObject({ refusal: 'activity_not_found' })
    expect((await begin(recordId, { size: 8 * 1024 * 1024 + 1 })).body).toMatchObject({
      refusal: 'picture_too_heavy',
    })
    expect((await begin(MARKET, { kind: 'plan' })).body).toMatchObject({ ok: true })
  })

  it('is no more than twenty for an activity, and sixty an hour for a post', async () => {
    const busy = await signedIn(await admit(api.db, 'editor'))
    for (let draft = 0; draft < 3; draft += 1) {
      const { recordId } = await drafted()
      for (let n = 0; n < 20; n += 1) await ticketFor(recordId, busy)
      expect((await begin(recordId, { from: pc })).body).toMatchObject({ refusal: 'pictures_full' })
    }
    const { recordId } = await drafted()
    expect((await begin(recordId, { from: busy })).body).toMatchObject({ refusal: 'pictures_too_fast' })
    // Used every now and then, or the session would be over.
    for (const minutes of [30, 60]) {
      await setNow(api, later(minutes * MINUTE))
      const answer = await begin(recordId, { from: busy })
      expect(answer.body['ok']).toBe(minutes === 60)
    }
  })
})

describe('PUT /upload/<ticket>', () => {
  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page that the browser says is elsewhere', { 'sec-fetch-site': 'cross-site' }],
    ['a form', { 'content-type': 'text/plain' }],
    ['JSON', { 'content-type': 'application/json' }],
  ])('is not for %s', async (_who, headers) => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    expect((await pc.put(ticket, picture, headers)).status).toBe(403)
    expect((await pc.put(ticket, picture)).body).toMatchObject({ ok: true })
  })

  it('is not for who is not signed in', async () => {
    expect((await new Pc(http).put('x'.repeat(22), picture)).status).toBe(401)
  })

  it('takes 8 MB and no more', async () => {
    const { recordId } = await drafted()
    const ticket = await ticketFor(recordId)
    const nine = await noise(4000, 2600)
    expect(nine.length).toBeGreaterThan(9 * 1024 * 1024)
    expect(await pc.put(ticket, nine)).toMatchObject({ status: 413, body: { fault: 'too_large' } })
    expect((await pc.put(ticket, picture)).body).toMatchObject({ ok: true })
  })
})

describe('a stored picture', () => {
  beforeEach(() => setNow(api, START))

  it('is given out from when an activity that shows it is public, and no longer', async () => {
    const { name } = await stored(MARKET)
    const path = `${name}/960.webp`
    expect((await get(path)).statusCode).toBe(404)
    await show(name, MARKET, later(DAY))
    expect((await get(path)).statusCode).toBe(404)
    await setNow(api, later(DAY))
    expect((await get(path)).statusCode).toBe(200)
    await api.db.updateTable('activity').set({ photo: null }).where('id', '=', MARKET).execute()
    expect((await get(path)).statusCode).toBe(404)
  })

  it('is for those who work on it before', async () => {
    const { recordId } = await drafted({ officeId: OTHER_OFFICE })
    const { name } = await stored(recordId)
    const { body } = await pc.call('file.look', { name })
    expect(body).toMatchObject({ ok: true, value: { name, width: 1280, height: 720 } })
    const elsewhere = await signedIn(await admit(api.db, 'office', OWN_OFFICE))
    expect((await elsewhere.call('file.look', { name })).body).toMatchObject({ refusal: 'not_own_office' })
    expect(await api.call('file.look', { name }, { token: editor.token })).toMatchObject({
      fault: 'unknown_endpoint',
    })
  })

  it('goes out as what it is, whole or in part, and for ever', async () => {
    const { name } = await stored(MARKET)
    await show(name, MARKET)
    for (const [type, mediaType] of [
      ['webp', 'image/webp'],
      ['jpg', 'image/jpeg'],
    ]) {
      const { statusCode, headers, rawPayload } = await get(`${name}/480.${type}`)
      expect(statusCode).toBe(200)
      expect(headers).toMatchObject({
        'content-type': mediaType,
        'content-length': String(rawPayload.length),
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'accept-ranges': 'bytes',
      })
    }
    const path = `${name}/480.jpg`
    const whole = await get(path)
    const etag = String(whole.headers.etag)
    expect((await get(path, { 'if-none-match': etag })).statusCode).toBe(304)
    const part = await get(path, { range: 'bytes=10-19' })
    expect([part.statusCode, part.headers['content-range']]).toEqual([
      206,
      `bytes 10-19/${whole.rawPayload.length}`,
    ])
    expect(part.rawPayload).toEqual(whole.rawPayload.subarray(10, 20))
    expect((await get(path, { range: 'bytes=-4' })).rawPayload).toEqual(whole.rawPayload.subarray(-4))
    expect((await get(path, { range: 'bytes=9999999-' })).statusCode).toBe(416)
    expect((await get(path, { range: 'bytes=1-2', 'if-range': '"other"' })).statusCode).toBe(200)
    expect((await get(path, { range: 'bytes=0-1,4-5' })).statusCode).toBe(200)
  })

  it.each(['481.jpg', '480.png', '480', '0480.jpg', '../x'])('has no %s', async (variant) => {
    const { name } = await stored(MARKET)
    await show(name, MARKET)
    expect((await get(`${name}/${variant}`)).statusCode).toBe(404)
  })

  it('is erased a day after it was sent, where nothing makes use of it', async () => {
    const draft = await drafted()
    const [kept, gone, discarded] = [
      await stored(draft.recordId),
      await stored(draft.recordId),
      await drafted(),
    ]
    const ofDiscarded = await stored(discarded.recordId)
    await done(draftAct(api, 'draft.discard', editor, discarded))
    await show(kept.name, MARKET)
    const left = async () => {
      for (const { error } of await runJobs(api.served)) expect(error).toBeUndefined()
      const rows = await api.db.selectFrom('file').select('name').execute()
      return [kept, gone, ofDiscarded].map(({ name }) => rows.some((row) => row.name === name))
    }
    await setNow(api, later(DAY - SECOND))
    expect(await left()).toEqual([true, true, true])
    await setNow(api, later(DAY + SECOND))
    expect(await left()).toEqual([true, false, false])
    expect(await api.db.selectFrom('upload_ticket').select('kind').execute()).toEqual([])
  })
})
