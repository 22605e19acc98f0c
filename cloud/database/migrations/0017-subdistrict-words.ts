import { sql } from 'kysely'
import type { Migration } from '../migration'

/** What sentences used to say by themselves about every subdistrict; from now on each data pack says it. */
export const subdistrictWords: Migration = {
  name: '0017-subdistrict-words',
  async up(db) {
    await sql`
      insert into setting (key, value)
      select 'kind', case when value like '%镇' then '镇' else '街道' end from setting where key = 'name'
      union all
      select 'guideline', '《上海市 15 分钟社区生活圈规划导则》（2016）' from setting where key = 'name'
      on conflict (key) do nothing
    `.execute(db)
  },
}
