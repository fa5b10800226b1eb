// The visits. Serverless: what is not asked costs nothing. Strong consistency: an instance sees at once what another has written,
// which the compare-and-set of every write relies on to be quick, and covert help to be the same whoever takes it.
param location string
param tags object
param suffix string
param restored string
param principalId string

resource account 'Microsoft.DocumentDB/databaseAccounts@2024-11-15' = {
  name: 'cosmos-homeward-${suffix}${restored}'
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: [{ name: 'EnableServerless' }]
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: false }]
    // No keys: only identities with a role below.
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: 'Continuous7Days' } }
  }
}

resource database 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases@2024-11-15' = {
  parent: account
  name: 'homeward'
  properties: { resource: { id: 'homeward' } }
}

// The same as store/cosmos/containers.ts, which a test holds this file to.
resource visits 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'visits'
  properties: {
    resource: {
      id: 'visits'
      partitionKey: { kind: 'Hash', paths: ['/school'] }
      indexingPolicy: {
        automatic: true
        indexingMode: 'consistent'
        includedPaths: [
          { path: '/school/?' }
          { path: '/due/?' }
          { path: '/urgency/?' }
          { path: '/open/?' }
          { path: '/household/?' }
          { path: '/stops/[]/?' }
          { path: '/visitors/[]/?' }
          { path: '/back/?' }
        ]
        excludedPaths: [{ path: '/*' }]
        compositeIndexes: [
          [
            { path: '/urgency', order: 'ascending' }
            { path: '/due', order: 'ascending' }
          ]
        ]
      }
    }
  }
}

resource documents 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-11-15' = {
  parent: database
  name: 'documents'
  properties: {
    resource: {
      id: 'documents'
      partitionKey: { kind: 'Hash', paths: ['/kind'] }
      indexingPolicy: {
        automatic: true
        indexingMode: 'consistent'
        includedPaths: [
          { path: '/kind/?' }
          { path: '/id/?' }
        ]
        excludedPaths: [{ path: '/*' }]
        compositeIndexes: []
      }
    }
  }
}

// Cosmos DB Built-in Data Contributor: may read and write items, and change neither the account nor a container.
resource mayUseItems 'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments@2024-11-15' = {
  parent: account
  name: guid(account.id, principalId, 'items')
  properties: {
    principalId: principalId
    roleDefinitionId: '${account.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'
    scope: account.id
  }
}

output endpoint string = account.properties.documentEndpoint
