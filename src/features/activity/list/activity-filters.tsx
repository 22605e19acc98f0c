import { useState } from 'react'
import { TOPIC_NAMES } from '../../../../core/domain/activity/activity'
import { LISTING_SPANS } from '../../../../core/domain/activity/listing'
import { Tag, Tags } from '../../../components/controls/tag'
import { Heading, View } from '../../../components/elements/elements'
import { AGES, FILTERS } from '../../../text/activity/activities'
import type { useActivityList } from './use-activity-list'

type Filtering = Pick<ReturnType<typeof useActivityList>, 'filter' | 'change' | 'choices'>

/** Chips: the days and free places at hand, the rest behind one more. */
export function ActivityFilters({ filter, change, choices }: Filtering) {
  const [open, setOpen] = useState(false)
  const { spans } = FILTERS
  return (
    <>
      <Tags label={FILTERS.group}>
        <Tag text={spans.all} chosen={filter.span === null} onTap={() => change({ span: null })} />
        {LISTING_SPANS.map((span) => (
          <Tag
            key={span}
            text={spans[span]}
            chosen={filter.span === span}
            onTap={() => change({ span: filter.span === span ? null : span })}
          />
        ))}
        <Tag
          text={FILTERS.places}
          chosen={filter.hasPlaces}
          onTap={() => change({ hasPlaces: !filter.hasPlaces })}
        />
        <Tag text={open ? FILTERS.less : moreText(filter)} onTap={() => setOpen(!open)} />
      </Tags>
      {open ? <MoreFilters filter={filter} change={change} choices={choices} /> : null}
    </>
  )
}

/** What is chosen behind the chip is said on it: nothing is filtered in hiding. */
function moreText({ topic, place, age }: Filtering['filter']): string {
  const chosen = [
    topic === null ? null : TOPIC_NAMES[topic],
    place,
    AGES.find((choice) => choice.age === age)?.text,
  ].filter(Boolean)
  return chosen.length === 0 ? FILTERS.more : chosen.join(' · ')
}

function MoreFilters({ filter, change, choices }: Filtering) {
  const topics = choices.topics.map((topic) => ({ value: topic, text: TOPIC_NAMES[topic] }))
  const places = choices.places.map((place) => ({ value: place, text: place }))
  const ages = AGES.map(({ age, text }) => ({ value: age, text }))
  return (
    <>
      <Group title={FILTERS.age} chosen={filter.age} choices={ages} onChoose={(age) => change({ age })} />
      <Group
        title={FILTERS.topic}
        chosen={filter.topic}
        choices={topics}
        onChoose={(topic) => change({ topic })}
      />
      <Group
        title={FILTERS.place}
        chosen={filter.place}
        choices={places}
        onChoose={(place) => change({ place })}
      />
    </>
  )
}

interface GroupProps<Value> {
  readonly title: string
  readonly chosen: Value | null
  readonly choices: readonly { readonly value: Value; readonly text: string }[]
  readonly onChoose: (value: Value | null) => void
}

function Group<Value extends string | number>({ title, chosen, choices, onChoose }: GroupProps<Value>) {
  if (choices.length === 0) return null
  return (
    <View className="stack">
      <Heading level={2} className="sub-title">
        {title}
      </Heading>
      <Tags label={title}>
        <Tag text={FILTERS.any} chosen={chosen === null} onTap={() => onChoose(null)} />
        {choices.map(({ value, text }) => (
          <Tag key={value} text={text} chosen={chosen === value} onTap={() => onChoose(value)} />
        ))}
      </Tags>
    </View>
  )
}
