#include "demobank/http.h"

namespace countersign::demobank {

namespace {

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 409:
        return "Conflict";
    case 413:
        return "Payload Too Large";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return "Answer";
    }
}

} // namespace

std::string toWire(const HttpReply &reply, bool keepAlive)
{
    std::string text = "HTTP/1.1 " + std::to_string(reply.status) + ' ';
    text += reasonPhrase(reply.status);
    text += "\r\nContent-Type: application/json\r\nCache-Control: no-store\r\nContent-Length: ";
    text += std::to_string(reply.body.size());
    text += keepAlive ? "\r\nConnection: keep-alive\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
    return text + reply.body;
}

} // namespace countersign::demobank
