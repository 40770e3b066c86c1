package main

import (
	"context"
	"errors"
	"os"

	"spci.test/clients/client"
	"spci.test/clients/scenario"
)

var ctx = context.Background()

type smoke struct{ *client.APIClient }

// told gives the code of a refusal instead of the client's own error.
func told(err error) error {
	var refused *client.GenericOpenAPIError
	if !errors.As(err, &refused) {
		return err
	}
	body, _ := refused.Model().(client.Error)
	return scenario.Refusal(body.Code)
}

func (s *smoke) CreateToken() (string, error) {
	login := client.NewTokenCreateRequest(scenario.Email, scenario.Password, "smoke")
	for _, scope := range scenario.Scopes {
		login.Scopes = append(login.Scopes, client.Scope(scope))
	}
	token, _, err := s.TokensAPI.CreateToken(ctx).TokenCreateRequest(*login).Execute()
	return token.GetToken(), err
}

func (s *smoke) UseToken(token string) {
	s.GetConfig().AddDefaultHeader("Authorization", "Bearer "+token)
}

func (s *smoke) GetCurrentUser() (string, error) {
	user, _, err := s.AccountsAPI.GetCurrentUser(ctx).Execute()
	return user.GetEmail(), told(err)
}

func (s *smoke) CreateRepository(repository string) (string, error) {
	request := client.NewRepositoryCreateRequest(repository)
	made, _, err := s.RepositoriesAPI.CreateRepository(ctx).RepositoryCreateRequest(*request).Execute()
	return made.GetRepository(), err
}

func (s *smoke) ListRepositories() (names []string, err error) {
	page, _, err := s.RepositoriesAPI.ListRepositories(ctx).Execute()
	for _, each := range page.GetData() {
		names = append(names, each.Repository)
	}
	return names, err
}

func (s *smoke) CreateCategory(name string) (string, error) {
	request := client.NewCategoryCreateRequest(name)
	made, _, err := s.RegressionTestsAPI.CreateCategory(ctx).CategoryCreateRequest(*request).Execute()
	return made.GetName(), err
}

func (s *smoke) ListCategories() (names []string, err error) {
	page, _, err := s.RegressionTestsAPI.ListCategories(ctx).Execute()
	for _, each := range page.GetData() {
		names = append(names, each.Name)
	}
	return names, err
}

func (s *smoke) CreateSample(filename, content string) (int64, error) {
	if err := os.WriteFile(filename, []byte(content), 0o600); err != nil {
		return 0, err
	}
	file, err := os.Open(filename)
	if err != nil {
		return 0, err
	}
	sample, _, err := s.SamplesAPI.CreateSample(ctx).Filename(filename).Body(file).Execute()
	return int64(sample.GetSampleId()), err
}

func (s *smoke) GetSample(sampleID int64) (string, error) {
	sample, _, err := s.SamplesAPI.GetSample(ctx, int32(sampleID)).Execute()
	return sample.GetOriginalName(), err
}

func (s *smoke) CreateRegressionTest(sampleID int64, command, category string) (int64, error) {
	request := client.NewRegressionTestCreateRequest(int32(sampleID), command, []string{category})
	request.SetActive(true)
	test, _, err := s.RegressionTestsAPI.CreateRegressionTest(ctx).RegressionTestCreateRequest(*request).Execute()
	return int64(test.GetRegressionTestId()), err
}

func (s *smoke) ListRegressionTests(offset int64) (scenario.TestPage, error) {
	page, _, err := s.RegressionTestsAPI.ListRegressionTests(ctx).Limit(1).Offset(int32(offset)).Execute()
	pagination := page.GetPagination()
	found := scenario.TestPage{Total: int64(pagination.GetTotal()), Next: int64(pagination.GetNextOffset())}
	for _, each := range page.GetData() {
		found.IDs = append(found.IDs, int64(each.RegressionTestId))
	}
	return found, err
}

func (s *smoke) CreateRun() (int64, error) {
	request := client.NewRunCreateRequest(scenario.Repository, scenario.Commit, client.PLATFORM_LINUX)
	run, _, err := s.RunsAPI.CreateRun(ctx).RunCreateRequest(*request).Execute()
	return int64(run.GetRunId()), err
}

func (s *smoke) GetRun(runID int64) (string, error) {
	run, _, err := s.RunsAPI.GetRun(ctx, int32(runID)).Execute()
	return string(run.GetStatus()), told(err)
}

func (s *smoke) ListRuns() (ids []int64, err error) {
	page, _, err := s.RunsAPI.ListRuns(ctx).Execute()
	for _, each := range page.GetData() {
		ids = append(ids, int64(each.RunId))
	}
	return ids, err
}

func (s *smoke) GetQueue() (ids []int64, err error) {
	page, _, err := s.QueueAPI.GetQueue(ctx).Execute()
	for _, each := range page.GetData() {
		ids = append(ids, int64(each.RunId))
	}
	return ids, err
}

func (s *smoke) ListUsers() error {
	_, _, err := s.AccountsAPI.ListUsers(ctx).Execute()
	return told(err)
}

func (s *smoke) GetSampleDownload(sampleID int64) (string, error) {
	file, _, err := s.SamplesAPI.GetSampleDownload(ctx, int32(sampleID)).Execute()
	return file.GetDownloadUrl(), err
}

func (s *smoke) RevokeCurrentToken() error {
	_, err := s.TokensAPI.RevokeCurrentToken(ctx).Execute()
	return err
}

func main() {
	configuration := client.NewConfiguration()
	configuration.Servers = client.ServerConfigurations{{URL: scenario.URL}}
	scenario.Run(&smoke{client.NewAPIClient(configuration)})
}
