import { startHorizon } from './start-horizon.js'

startHorizon()
