/** A desk of other people than the default catalog is for, as a file. */
export const bicycleShop = `lodge: 1

teams:
  - slug: workshop
    name: Workshop

organisations:
  - slug: couriers
    name: Couriers

catalog:
  - slug: repairs
    name: Repairs
    description: Whatever rattles, squeaks or no longer turns.
    types:
      - slug: service
        name: Service
        description: A look at all of your bicycle.
        icon: wrench
        keywords: inspection check
        team: workshop
        statuses:
          in_progress: On the stand
          resolved: Ready to be picked up
        form:
          - key: bicycle
            kind: single_choice
            label: What do you ride?
            required: true
            options:
              - {value: city, label: City bicycle}
              - {value: cargo, label: Cargo bicycle}
              - {value: electric, label: Electric bicycle}
          - key: battery
            kind: text
            label: Number of the battery
            maxLength: 20
            showWhen:
              field: bicycle
              is: [electric]
      - slug: breakdown
        name: Breakdown
        icon: triangle-alert
        organisations: [couriers]
        priorityRule:
          field: where
          priorities:
            road: urgent
            home: low
        form:
          - key: where
            kind: single_choice
            label: Where are you?
            options:
              - {value: road, label: On the road}
              - {value: home, label: At home}
  - slug: shop
    name: Shop
    types:
      - slug: question
        name: Question
        icon: message-circle-question
        fallback: true
        form:
          - key: details
            kind: long_text
            label: How can we help?
            required: true
      - slug: spare-parts
        name: Spare parts
        icon: tag
        audience: agents
        draft: true
        form:
          - key: count
            kind: number
            label: How many?
            whole: true
            min: 1
`;
