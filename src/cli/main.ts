#!/usr/bin/env node
import { herodot } from './herodot.js'

process.exitCode = await herodot(process.argv.slice(2))
