import type { AreaHandlers } from '../../app/handler'
import {
  compound,
  compounds,
  facilities,
  facility,
  markComplete,
  removeFacility,
  saveCompound,
  saveFacility,
} from './around'
import { list, unverified } from './list'
import { save } from './save'
import { show } from './show'

export const handlers: AreaHandlers<'place'> = {
  'place.compound': compound,
  'place.compounds': compounds,
  'place.facilities': facilities,
  'place.facility': facility,
  'place.list': list,
  'place.markComplete': markComplete,
  'place.removeFacility': removeFacility,
  'place.save': save,
  'place.saveCompound': saveCompound,
  'place.saveFacility': saveFacility,
  'place.show': show,
  'place.unverified': unverified,
}
