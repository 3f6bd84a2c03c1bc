import fc from 'fast-check'

// whether a mutant is killed is asked, not by how small an example
fc.configureGlobal({ endOnFailure: true })
