// Shows what the keeper holds, and where. Without a keeper on the page it stays as it is.
;(() => {
  const EVENTS =
    'ready granted applied waiting rejected expiring expired removed consumed contested error'.split(
      ' ',
    )
  const MOST_EVENTS = 8
  const panel = document.querySelector('.panel')
  const details = panel.querySelector('details')
  const events = []

  const make = (tag, text) =>
    Object.assign(document.createElement(tag), { textContent: text ?? '' })

  const fill = (name, children) =>
    panel.querySelector(`[data-keeper-${name}]`).replaceChildren(...children)

  const UNITS = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
  ]

  const span = (milliseconds) => {
    const seconds = Math.max(0, Math.round(milliseconds / 1000))
    const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? ['s', 1]
    return `${Math.round(seconds / size)} ${unit}`
  }

  const age = (at) => (at === undefined ? '–' : span(Date.now() - at))
  const until = (at) => (at === undefined ? '–' : `in ${span(at - Date.now())}`)

  // Records are JSON; a person wants to see the codes in force. The text as it is kept is the tooltip.
  const readable = (value) => {
    try {
      return (
        JSON.parse(value)
          .grants.filter(({ status }) => /held|applied|waiting/.test(status))
          .map(({ code }) => code)
          .join(', ') || '–'
      )
    } catch {
      return value || '–'
    }
  }

  const cell = (text, title = text) => Object.assign(make('td', text), { title })

  const layerRow = (layer) => {
    const row = make('tr')
    row.dataset.layer = layer.name
    const name = make('th')
    name.scope = 'row'
    name.append(make('span', layer.name), ' ', make('small', layer.key))
    row.append(
      name,
      cell(readable(layer.value), layer.value),
      cell(age(layer.grantedAt)),
      cell(until(layer.expiresAt)),
      cell(layer.durability ?? '–'),
    )
    return row
  }

  const grantText = (grant) => [grant.code, grant.status, grant.reason].filter(Boolean).join(' · ')

  const refText = (ref) => (typeof ref === 'string' ? ref : ref?.ref)

  const summary = (keeper) => {
    const grants = keeper.grants.map((grant) => `${grant.code} ${grant.status}`)
    const ref = refText(keeper.ref)
    return [grants.join(', ') || 'holds no discount', ref && `sent by ${ref}`]
      .filter(Boolean)
      .join(' · ')
  }

  const showGrants = (keeper) => {
    const ref = refText(keeper.ref)
    const lines = keeper.grants.map(grantText)
    if (ref) lines.push(`ref · ${ref}`)
    fill(
      'grants',
      (lines.length > 0 ? lines : ['None']).map((text) => make('li', text)),
    )
  }

  const draw = (keeper) => {
    panel.querySelector('[data-keeper-status]').textContent = summary(keeper)
    fill('layers', keeper.inspect().layers.map(layerRow))
    showGrants(keeper)
    fill(
      'events',
      events.map((text) => make('li', text)),
    )
  }

  const show = (keeper) => {
    try {
      draw(keeper)
    } catch (error) {
      panel.querySelector('[data-keeper-status]').textContent = `cannot be shown: ${error.message}`
    }
  }

  const eventText = (name, detail) => {
    const time = new Date().toTimeString().slice(0, 8)
    return [time, name, detail?.grant?.code, detail?.reason ?? detail?.grant?.reason]
      .filter(Boolean)
      .join(' · ')
  }

  const follow = (keeper) => {
    for (const name of EVENTS) {
      keeper.on(name, (detail) => {
        events.unshift(eventText(name, detail))
        events.length = Math.min(events.length, MOST_EVENTS)
        show(keeper)
      })
    }
    show(keeper)
    details.addEventListener('toggle', () => show(keeper))
    setInterval(() => details.open && !document.hidden && show(keeper), 1000)
  }

  ;(window.DiscountKeeper ||= { q: [] }).q.push(follow)
})()
