import { sql } from 'kysely'
import { WAYS } from '../../support/mini-program/builds'
import { isStored, livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents()

/** By the server's clock, which stands still while the phone's goes on. */
const LAST_SEEN = /^这是上次看到的内容（今天 (?:9:5\d|10:00)）。新的内容暂时取不到。$/

/** The real backend breaks: a table that it reads with each call is gone. */
async function whileBroken(act: () => Promise<void>): Promise<void> {
  const { db } = residents.backend().api
  await sql`alter table public_version rename to public_version_hidden`.execute(db)
  try {
    await act()
  } finally {
    await sql`alter table public_version_hidden rename to public_version`.execute(db)
  }
}

describe.each(WAYS)('a backend that breaks, by %s', (way) => {
  it('is a sentence with a way out, and 重试 works once it is repaired', async () => {
    const phone = residents.phone()
    const release = phone.network.hold()
    const app = residents.start({ phone, way })
    await whileBroken(async () => {
      release()
      await app.sees('系统出了点问题')
      expect(app.lines().join('\n')).toMatch(
        /您之前做的都还在。请过几分钟再试，急事请打 12345。打电话时请说编号 [0-9a-f]{8}。/,
      )
      expect(app.record.sent).toHaveLength(1)
    })
    await app.tap('重试')
    await app.sees('云溪街道有 6 处会客厅和服务点')
  })

  it('leaves what was last seen on the screen', async () => {
    const phone = residents.phone()
    const before = await residents.open({ phone, way })
    await before.until('the answer is stored', () => isStored(phone, 'home.show'))
    await whileBroken(async () => {
      phone.clock = Date.parse('2026-11-24T10:05:00+08:00')
      const app = residents.start({ way, phone })
      await app.sees(LAST_SEEN)
      expect(app.lines()).toContain('云溪街道有 6 处会客厅和服务点')
    })
  })
})

describe('an answer that is not ours', () => {
  it('is named as what it is: a sign-in page of a public network', async () => {
    const phone = residents.phone()
    phone.outside = { functions: { api: () => Promise.resolve('<html>请先登录</html>') } }
    const app = residents.start({ phone })
    await app.sees('网络被挡住了')
  })
})

describe('an unknown office', () => {
  it('is an expected no, with the way to all others', async () => {
    const app = await residents.open({ url: '/office/pages/office/index?id=nobody-knows' })
    expect(app.lines()).toContain('没有找到这家会客厅，可能换了名字。请到“找会客厅”里再看看。')
    await app.tap('看全部会客厅')
    expect(app.route()).toBe('office/pages/list/index')
  })
})
