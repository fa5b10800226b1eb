// Where logs and health go. No personal data is logged; what is, is kept for 30 days.
param location string
param tags object
param suffix string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-homeward-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-homeward-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    // Only the managed identity may send to it.
    DisableLocalAuth: true
  }
}

output insightsConnection string = insights.properties.ConnectionString
output insightsName string = insights.name
output insightsId string = insights.id
output workspaceId string = workspace.id
