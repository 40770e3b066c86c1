// Package scenario makes the twenty calls of a smoke run through one generated client. Each prints a line that the
// matrix counts.
package scenario

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"slices"
	"strings"
)

var (
	URL        = os.Getenv("SPCI_URL")
	Email      = os.Getenv("SPCI_EMAIL")
	Password   = os.Getenv("SPCI_PASSWORD")
	Repository = os.Getenv("SPCI_REPOSITORY")
	Commit     = os.Getenv("SPCI_COMMIT")
	Scopes     = []string{"runs:read", "runs:write", "results:read", "system:read", "system:write"}
)

const content = "what a generated client uploads\n"

// TestPage is one page of regression tests; Next is 0 on the last.
type TestPage struct {
	IDs         []int64
	Total, Next int64
}

// Refusal is an error that the server told, by its code as the client gives it.
type Refusal string

func (r Refusal) Error() string { return string(r) }

// Client is one generated client behind the operations it calls.
type Client interface {
	CreateToken() (string, error)
	UseToken(token string)
	GetCurrentUser() (string, error)
	CreateRepository(repository string) (string, error)
	ListRepositories() ([]string, error)
	CreateCategory(name string) (string, error)
	ListCategories() ([]string, error)
	CreateSample(filename, content string) (int64, error)
	GetSample(sampleID int64) (string, error)
	CreateRegressionTest(sampleID int64, command, category string) (int64, error)
	ListRegressionTests(offset int64) (TestPage, error)
	CreateRun() (int64, error)
	GetRun(runID int64) (string, error)
	ListRuns() ([]int64, error)
	GetQueue() ([]int64, error)
	ListUsers() error
	GetSampleDownload(sampleID int64) (string, error)
	RevokeCurrentToken() error
}

func fail(name string, value, err any) {
	fmt.Println("not ok", name, value, err)
	os.Exit(1)
}

func step[T any](name string, value T, err error) func(check func(T) bool) T {
	return func(check func(T) bool) T {
		if err != nil || !check(value) {
			fail(name, value, err)
		}
		fmt.Println("ok", name)
		return value
	}
}

func refused(name, code string, err error) {
	if err == nil || err.Error() != code {
		fail(name, code, err)
	}
	fmt.Println("ok", name)
}

func is[T comparable](wanted T) func(T) bool { return func(value T) bool { return value == wanted } }

func has[T comparable](wanted T) func([]T) bool {
	return func(values []T) bool { return slices.Contains(values, wanted) }
}

func positive(id int64) bool { return id > 0 }

func download(address string) (string, error) {
	answer, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	bytes, err := io.ReadAll(answer.Body)
	return string(bytes), err
}

// call keeps a call's two results together for step.
func call[T any](name string, make func() (T, error)) func(check func(T) bool) T {
	value, err := make()
	return step(name, value, err)
}

// Run makes the calls in order and ends the process at the first that fails.
func Run(c Client) {
	token := call("createToken", c.CreateToken)(func(token string) bool { return strings.HasPrefix(token, "spci_") })
	c.UseToken(token)
	call("getCurrentUser", c.GetCurrentUser)(is(Email))
	call("createRepository", func() (string, error) { return c.CreateRepository("smoke/tool") })(is("smoke/tool"))
	call("listRepositories", c.ListRepositories)(has("smoke/tool"))
	call("createCategory", func() (string, error) { return c.CreateCategory("smoke") })(is("smoke"))
	call("listCategories", c.ListCategories)(has("smoke"))
	sample := call("createSample", func() (int64, error) { return c.CreateSample("smoke.txt", content) })(positive)
	call("getSample", func() (string, error) { return c.GetSample(sample) })(is("smoke.txt"))
	test := call("createRegressionTest", func() (int64, error) {
		return c.CreateRegressionTest(sample, "smoke", "smoke")
	})(positive)
	first := call("firstPage", func() (TestPage, error) { return c.ListRegressionTests(0) })(func(page TestPage) bool {
		return page.Total == 2
	})
	call("secondPage", func() (TestPage, error) { return c.ListRegressionTests(first.Next) })(func(page TestPage) bool {
		return page.Next == 0 && slices.Contains(append(first.IDs, page.IDs...), test)
	})
	run := call("createRun", c.CreateRun)(positive)
	call("getRun", func() (string, error) { return c.GetRun(run) })(is("queued"))
	call("listRuns", c.ListRuns)(has(run))
	call("getQueue", c.GetQueue)(has(run))
	_, err := c.GetRun(2_000_000_000)
	refused("notFound", "not_found", err)
	refused("forbidden", "forbidden", c.ListUsers())
	address, err := c.GetSampleDownload(sample)
	if err != nil {
		fail("downloadSample", sample, err)
	}
	call("downloadSample", func() (string, error) { return download(address) })(is(content))
	step("revokeCurrentToken", "", c.RevokeCurrentToken())(is(""))
	_, err = c.GetCurrentUser()
	refused("unauthorized", "unauthorized", err)
}
