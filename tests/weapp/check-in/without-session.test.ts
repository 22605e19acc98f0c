import { makeClass, posterOf } from '../../support/activities/codes'
import { admit } from '../../support/api/people'
import { addMember, registerUrl } from '../../support/mini-program/registering'
import { livingResidents } from '../../support/mini-program/residents'

const residents = livingResidents({ isDemo: true, frozenAt: '2026-11-28T01:12:00.000Z' })
const api = () => residents.backend().api

it('a family that scans without a session is asked who came after signing in, before anything is recorded', async () => {
  const activityId = await makeClass(api().db, {
    capacity: 2,
    title: '剪纸课',
    starts_at: new Date('2026-11-28T02:00:00Z'),
  })
  const daughter = await residents.open({ url: registerUrl(activityId), way: 'request' })
  await addMember(daughter, '妈妈', '1955', '加上')
  await daughter.tap('报名，2 位')
  await daughter.sees(/^已报名/)
  await daughter.close()
  const { phone } = daughter
  phone.storage.remove('session-2')
  const poster = await posterOf(api(), await admit(api().db, 'admin'))

  const door = await residents.open({
    phone,
    url: `/pages/scan/index?scene=${encodeURIComponent(poster)}`,
    way: 'request',
  })
  await door.sees('报过名的，请点“打卡”，下一步就能签到。没报名的，空位没有了，请问门口工作人员还能不能进。')
  expect(door.text()).not.toContain('位子满了')
  await door.tap('打卡')
  await door.sees('今天来了几位？')
  await door.sees(/^您报过名了，号码 \d{4}$/)
  expect(door.record.sent.filter(({ to, body }) => `${to} ${body}`.includes('checkIn.confirm'))).toEqual([])
  await door.tap({ role: 'button', label: '已选中，妈妈' })
  await door.tap('1 位来了，打卡')
  await door.sees('1 位已签到')
})
