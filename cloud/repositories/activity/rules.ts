import { sql, type Kysely, type RawBuilder } from 'kysely'
import { DEFAULT_RULES, type RuleSettings } from '../../../core/domain/activity/rule-settings'
import type { Schema } from '../../database/schema'

/** Settings that are numbers of the rules have this in front of their name; an operator writes them, no sheet has them. */
export const RULE_KEY = 'rule_'

/** `{name: value}` of every number that is set, to be read beside something else. */
export const ruleSettings: RawBuilder<Readonly<Record<string, string>> | null> = sql`
  (select jsonb_object_agg(substr(key, ${RULE_KEY.length + 1}), value) from setting where starts_with(key, ${RULE_KEY}))`

/** The numbers that hold here: those that are set, and the defaults for the others. */
export function rulesFrom(settings: Readonly<Record<string, string>> | null): RuleSettings {
  const given = settings ?? {}
  const names = Object.keys(DEFAULT_RULES) as (keyof RuleSettings)[]
  // Built of every name, which `fromEntries` does not say.
  return Object.fromEntries(
    names.map((name) => [name, given[name] === undefined ? DEFAULT_RULES[name] : Number(given[name])]),
  ) as unknown as RuleSettings
}

export async function readRules(db: Kysely<Schema>): Promise<RuleSettings> {
  const row = await db.selectNoFrom(ruleSettings.as('rules')).executeTakeFirstOrThrow()
  return rulesFrom(row.rules)
}
