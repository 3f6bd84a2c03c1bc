import { html, type Html } from './html.js'

/** The frame of the panel that shows what the keeper holds; its script fills it. */
export const keeperPanel = (): Html =>
  html`<aside class="panel" aria-label="Discount Keeper">
    <details>
      <summary>
        <strong>Discount Keeper</strong>
        <span data-keeper-status>not on this page</span>
      </summary>
      <div class="panel-body">
        <div class="panel-table" role="region" aria-label="Layer table" tabindex="0">
          <table>
            <caption>
              What is kept where
            </caption>
            <thead>
              <tr>
                <th scope="col">Layer</th>
                <th scope="col">Value</th>
                <th scope="col">Age</th>
                <th scope="col">Expires</th>
                <th scope="col">Durability</th>
              </tr>
            </thead>
            <tbody data-keeper-layers></tbody>
          </table>
        </div>
        <section>
          <h2>Grants</h2>
          <ul data-keeper-grants></ul>
        </section>
        <section>
          <h2>Last events</h2>
          <ol data-keeper-events></ol>
        </section>
      </div>
    </details>
  </aside>`
