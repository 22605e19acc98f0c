import { Facade } from '../../components/facade/facade'
import type { FacadeSubject } from '../../components/facade/facade-subject'
import { PICTURE_SUBJECTS } from '../../components/pictures/draw-picture'
import { Picture } from '../../components/pictures/picture'
import { Section, Specimen } from './specimen'

const FACADES: readonly FacadeSubject[] = [
  { id: 'wutong', name: '梧桐里百姓会客厅', kind: 'living-room', light: 'lit', aroundTheClock: true },
  { id: 'wangyue', name: '望月湾党群服务站', kind: 'party-service', light: 'dark', aroundTheClock: false },
  { id: 'yunqi', name: '云栖坪活动室', kind: 'activity-room', light: 'curtained', aroundTheClock: false },
  { id: 'centre', name: '云溪综合服务中心', kind: 'service-centre', light: 'lit', aroundTheClock: false },
]

/** What is drawn. */
export function Pictures({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <Section name="Pictures">
      {FACADES.map((subject) => (
        <Specimen key={subject.id} name={`facade: ${subject.kind}, ${subject.light}`}>
          <Facade subject={subject} theme={theme} />
        </Specimen>
      ))}
      {PICTURE_SUBJECTS.map((subject) => (
        <Specimen key={subject} name={`picture: ${subject}`}>
          <Picture subject={subject} theme={theme} />
        </Specimen>
      ))}
    </Section>
  )
}
