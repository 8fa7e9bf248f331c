#include "demobank/bankserver.h"
#include "demobank/files.h"
#include "demobank/practicebank.h"

#include <filesystem>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

using namespace countersign::demobank;

constexpr const char *usage =
    R"(countersign-demo-bank --listen 127.0.0.1:0 --data DIR --project NAME --partner-key PUBLIC.pem
                      [--tls] [--webhook URL] [--webhook-names v1|v2] [--script FILE]
                      [--check-seconds N] [--execute-seconds N] [--confirm-seconds N]
countersign-demo-bank --data DIR --ledger
)";

/// Options of the command line: name to value, flags with an empty value.
class Options
{
public:
    explicit Options(const std::vector<std::string> &arguments)
    {
        static const std::set<std::string> flags{"--tls", "--ledger"};
        static const std::set<std::string> valued{
            "--listen",        "--data",   "--project",       "--partner-key",     "--webhook",
            "--webhook-names", "--script", "--check-seconds", "--execute-seconds", "--confirm-seconds"};
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            const std::string &name = arguments[i];
            if (flags.contains(name))
                m_values[name];
            else if (!valued.contains(name))
                throw std::invalid_argument("The option " + name + " is not known.");
            else if (i + 1 == arguments.size())
                throw std::invalid_argument("The option " + name + " needs a value.");
            else
                m_values[name] = arguments[++i];
        }
    }

    [[nodiscard]] bool has(const std::string &name) const { return m_values.contains(name); }
    [[nodiscard]] std::string needed(const std::string &name) const
    {
        if (!has(name)) throw std::invalid_argument("The option " + name + " is missing.");
        return m_values.at(name);
    }
    [[nodiscard]] std::string value(const std::string &name) const { return has(name) ? m_values.at(name) : ""; }

private:
    std::map<std::string, std::string> m_values;
};

void takeSeconds(const Options &options, const std::string &name, microseconds &time)
{
    if (!options.has(name)) return;
    const auto number = parseStrict(options.needed(name));
    if (!number || !number->is_number()) throw std::invalid_argument("The option " + name + " needs a number.");
    time = secondsOf(*number);
}

BankSettings settingsFrom(const Options &options)
{
    BankSettings settings;
    settings.project = options.needed("--project");
    settings.webhookUrl = options.value("--webhook");
    if (options.has("--script")) applyScript(settings, readFile(pathFrom(options.needed("--script"))));
    if (options.value("--webhook-names") == "v2") settings.webhookNames = Names::V2;
    takeSeconds(options, "--check-seconds", settings.checkTime);
    takeSeconds(options, "--execute-seconds", settings.executeTime);
    takeSeconds(options, "--confirm-seconds", settings.confirmTime);
    return settings;
}

/// The ledger for people and checkers: without the bank's own copies of its state.
void printLedger(const std::filesystem::path &folder)
{
    readLedgerFile(folder / "ledger.jsonl", [](const Json &entry) {
        Json line = entry;
        line.erase("state");
        std::cout << line.dump() << '\n';
    });
}

void serve(const Options &options)
{
    const ListenAddress address = listenAddressFromText(options.needed("--listen"));
    const std::filesystem::path folder = std::filesystem::absolute(pathFrom(options.needed("--data")));
    BankSettings settings = settingsFrom(options);
    const RsaKey partner = RsaKey::fromPublicPem(readFile(pathFrom(options.needed("--partner-key"))));
    std::filesystem::create_directories(folder);
    const RsaKey own = openBankKey(folder);
    FileLedger ledger(folder / "ledger.jsonl");
    const Moment now = std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now());
    PracticeBank bank(std::move(settings), ledger, rsaKeys(own, partner), now);
    std::optional<TlsFiles> tls;
    if (options.has("--tls")) tls = openTlsFiles(folder);
    BankServer server(bank, address, tls);
    server.stopOnSignals();
    const Json line = {{"url", server.url()},
                       {"bank_public_key", (folder / "bank_public_key.pem").string()},
                       {"certificate", tls ? Json(tls->certificate.string()) : Json()}};
    std::cout << line.dump() << std::endl;
    server.run();
}

} // namespace

int main(int argc, char *argv[])
{
    try {
        const Options options(arguments(argc, argv));
        if (options.has("--ledger"))
            printLedger(pathFrom(options.needed("--data")));
        else
            serve(options);
        return 0;
    } catch (const std::invalid_argument &refusal) {
        std::cerr << refusal.what() << '\n' << usage;
        return 2;
    } catch (const std::exception &failure) {
        std::cerr << failure.what() << '\n';
        return 1;
    }
}
