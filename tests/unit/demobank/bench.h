#pragma once

#include "demobank/practicebank.h"

#include <QTest>

#include <memory>

namespace countersign::demobank {

// Made once per program: making keys takes longer than everything else here.
inline const RsaKey &partnerKey()
{
    static const RsaKey key = RsaKey::generate();
    return key;
}

inline const RsaKey &bankKey()
{
    static const RsaKey key = RsaKey::generate();
    return key;
}

/// A practice bank in this process, with a clock that only the test moves, and a customer who signs properly.
class Bench
{
public:
    Bench()
    {
        m_settings.project = "practice";
        m_settings.webhookUrl = "http://customer/webhooks";
        reopen();
    }

    /// As after a restart of the program: everything but the ledger is forgotten.
    void reopen() { m_bank = std::make_unique<PracticeBank>(m_settings, m_ledger, rsaKeys(m_own, m_partner), m_now); }

    BankSettings &settings() { return m_settings; }
    PracticeBank &bank() { return *m_bank; }
    const RsaKey &partner() const { return m_partner; }
    const RsaKey &own() const { return m_own; }

    void pass(microseconds time)
    {
        m_now += time;
        m_bank->advance(m_now);
    }

    HttpRequest request(const std::string &method, const std::string &body, const std::string &version = "v1") const
    {
        return {"POST",
                "/api/" + version + '/' + method,
                {{"x-partner-project", "practice"},
                 {"x-partner-sign", m_partner.sign(body)},
                 {"content-type", "application/json"}},
                body};
    }

    HttpReply raw(const std::string &method, const std::string &body) { return m_bank->handle(request(method, body)); }

    HttpReply call(const std::string &method, const Json &body) { return raw(method, body.dump()); }

    static Json json(const HttpReply &reply) { return parseStrict(reply.body).value_or(Json()); }
    static std::string errorCode(const HttpReply &reply) { return textOf(member(json(reply), "error"), "code"); }
    static std::string errorText(const HttpReply &reply) { return textOf(member(json(reply), "error"), "description"); }

    HttpReply control(const Json &command) { return m_bank->handle({"POST", "/practice/control", {}, command.dump()}); }

    void rule(const Json &rule) { QCOMPARE(control({{"command", "add_rule"}, {"rule", rule}}).status, 200); }

    std::string create() { return textOf(member(json(call("session/create/rko", Json::object())), "session"), "id"); }

    static Json startBody(const std::string &session)
    {
        return {{"session_id", session},
                {"payment_method",
                 {{"type", "bank_account"},
                  {"bank_account",
                   {{"system_type", "ru"},
                    {"ru",
                     {{"bik", "044525974"},
                      {"account", "40817810400003869535"},
                      {"full_name", "Ivanov Ivan Ivanovich"},
                      {"description", "Under agreement 27/02. VAT exempt."}}}}}}},
                {"amount_details", {{"amount", 350000}, {"currency", "rub"}}},
                {"participant_details", {{"sender", {{"account", "40702810300200000013"}}}}}};
    }

    /// A session whose payout was started.
    std::string started()
    {
        const std::string session = create();
        if (call("session/start/payout/rko", startBody(session)).status != 200) qFatal("start was refused");
        return session;
    }

    /// A session that waits for the decision.
    std::string waiting()
    {
        const std::string session = started();
        pass(std::chrono::seconds{2});
        return session;
    }

    HttpReply statusReply(const std::string &session) { return call("session/status", {{"session_id", session}}); }
    Json status(const std::string &session) { return member(json(statusReply(session)), "session"); }
    Json payout(const std::string &session) { return member(status(session), "payments").at(0); }

    /// The bytes of confirm_information that the bank shows now; empty where it shows none.
    std::string offered(const std::string &session)
    {
        const HttpReply reply = statusReply(session);
        return std::string(memberBytes(reply.body, "confirm_information").value_or(""));
    }

    HttpReply decide(const std::string &decision, const std::string &session, const std::string &information)
    {
        std::string body = R"({"session_id":")" + session + '"';
        if (!information.empty()) body += R"(,"confirm_information":)" + information;
        return raw("session/" + decision, body + '}');
    }

    HttpReply confirm(const std::string &session) { return decide("confirm", session, offered(session)); }

    /// A paid session.
    std::string paid()
    {
        const std::string session = waiting();
        if (confirm(session).status != 200) qFatal("confirm was refused");
        pass(std::chrono::seconds{3});
        return session;
    }

    std::int64_t balance() { return m_bank->state().balance("40702810300200000013"); }

    /// The entries of one kind, oldest first.
    std::vector<Json> ledger(const std::string &event) const
    {
        std::vector<Json> found;
        m_ledger.read([&](const Json &entry) {
            if (textOf(entry, "event") == event) found.push_back(entry);
        });
        return found;
    }

private:
    RsaKey m_partner = partnerKey();
    RsaKey m_own = bankKey();
    BankSettings m_settings;
    MemoryLedger m_ledger;
    Moment m_now = *momentFromText("2026-11-20T09:00:00.000000Z");
    std::unique_ptr<PracticeBank> m_bank;
};

inline std::string example(const std::string &name)
{
    return readFile(std::string(COUNTERSIGN_TEST_DATA "/bank131-examples/") + name);
}

} // namespace countersign::demobank
