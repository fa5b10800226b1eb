// What must reach a person outside Teams: by e-mail, and by SMS where a number is given.
param location string
param tags object
param suffix string
param domain string
param insightsId string
param workspaceId string
param wakerId string
param alertEmail string
param alertPhone string
param alertPhoneCountry string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-homeward-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'Homeward'
    enabled: true
    emailReceivers: [{ name: 'email', emailAddress: alertEmail, useCommonAlertSchema: true }]
    smsReceivers: empty(alertPhone) ? [] : [{ name: 'sms', countryCode: alertPhoneCountry, phoneNumber: alertPhone }]
  }
}

// Health is 503 where nothing has swept for two minutes, where something due has waited as long, and where the database is away.
resource health 'Microsoft.Insights/webtests@2022-06-15' = {
  name: 'health-homeward-${suffix}'
  location: location
  tags: union(tags, { 'hidden-link:${insightsId}': 'Resource' })
  kind: 'standard'
  properties: {
    SyntheticMonitorId: 'health-homeward-${suffix}'
    Name: 'Homeward is well'
    Enabled: true
    Frequency: 300
    Timeout: 30
    Kind: 'standard'
    RetryEnabled: true
    Locations: [
      { Id: 'emea-gb-db3-azr' }
      { Id: 'emea-nl-ams-azr' }
      { Id: 'emea-se-sto-edge' }
    ]
    Request: { RequestUrl: 'https://${domain}/api/health', HttpVerb: 'GET', ParseDependentRequests: false }
    ValidationRules: { ExpectedHttpStatusCode: 200, SSLCheck: true, SSLCertRemainingLifetimeCheck: 7 }
  }
}

resource unwell 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'Homeward is not well'
  location: 'global'
  tags: tags
  properties: {
    description: 'Health has failed from two places. Look who is out (docs/operate.md), and use the outage sheet.'
    severity: 0
    enabled: true
    scopes: [health.id, insightsId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: health.id
      componentId: insightsId
      failedLocationCount: 2
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// The waker's own calls answer 204 only after a sweep; any other end of a minute is a failed run. Quicker than the five minutes of a web test.
resource notSwept 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'Homeward has not swept for two minutes'
  location: 'global'
  tags: tags
  properties: {
    description: 'The second waker could not make the app sweep twice in a row. People who are out may not be watched.'
    severity: 0
    enabled: true
    scopes: [wakerId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'failed'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'RunsFailed'
          metricNamespace: 'Microsoft.Logic/workflows'
          operator: 'GreaterThanOrEqual'
          threshold: 2
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}

// The watchdog writes one line for each problem that it finds: among them messages of an alarm that have been waiting for five minutes.
resource undelivered 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = {
  name: 'Homeward found something amiss'
  location: location
  tags: tags
  properties: {
    displayName: 'Homeward found something amiss'
    description: 'The watchdog has found an alarm that was not delivered, an overdue visit without an alarm, or a record that can not be read.'
    severity: 0
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      allOf: [
        {
          query: 'AppTraces | where Message has "watchdog found"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}
